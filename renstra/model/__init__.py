"""The shape of the data files: one model per file kind, one field per key, in the reading order.

The models are the only list of fields: the JSON Schema of the editor is derived from them. Their
descriptions are Indonesian because an editor shows them to staff. Years, units and ids that other
files declare come in through the validation context (`Known`).
"""
