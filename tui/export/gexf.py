"""The network as GEXF, for Gephi: its timeline shows when each tie and each actor is there."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from tui import VERSION
from tui.export.graph import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node, graph
from tui.export.selection import Selection
from tui.export.xml_text import document, xml_value

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {str: "string", int: "integer", bool: "boolean"}


def export(selection: Selection) -> bytes:
    """The network of a selection as GEXF 1.3 in UTF-8. Raises NotExported."""
    network = graph(selection)
    root = Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    meta = SubElement(root, "meta")
    SubElement(meta, "creator").text = f"karabakh-tui {VERSION}"
    SubElement(meta, "description").text = network.description
    time = {"mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    top = SubElement(root, "graph", {"defaultedgetype": "directed", "idtype": "string", **time})
    for part, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
        declared = SubElement(top, "attributes", {"class": part, "mode": "static"})
        for name, kind in columns.items():
            SubElement(declared, "attribute", {"id": name, "title": name, "type": _TYPES[kind]})
    nodes = SubElement(top, "nodes", {"count": str(len(network.nodes))})
    for node in network.nodes:
        _element(nodes, "node", {}, node)
    edges = SubElement(top, "edges", {"count": str(len(network.edges))})
    for edge in network.edges:
        ends = {"source": edge.source, "target": edge.target, "kind": edge.relation, "weight": "1.0"}
        _element(edges, "edge", ends, edge)
    return document(root)


def _element(parent: Element, part: str, more: dict[str, str], described: Node | Edge) -> None:
    span = {name: day for name, day in described.span._asdict().items() if day}
    element = SubElement(parent, part, {"id": described.id, "label": described.label, **more, **span})
    values = SubElement(element, "attvalues")
    for name, value in described.values.items():
        SubElement(values, "attvalue", {"for": name, "value": xml_value(value)})
