"""The network as GraphML, for Cytoscape, yEd, igraph and networkx."""

from __future__ import annotations

from collections.abc import Mapping

from tui.export.graph import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node, Value, graph
from tui.export.selection import Selection
from tui.export.xml_text import XmlText, xml_value

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_ROOT = {
    "xmlns": _NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd",
}
_TYPES = {str: "string", int: "int", bool: "boolean", float: "double"}
_COLUMNS: Mapping[str, Mapping[str, type]] = {
    "node": {"label": str, **NODE_COLUMNS, "start": str, "end": str},
    "edge": {"label": str, "weight": float, **EDGE_COLUMNS, "start": str, "end": str},
}
"""The keys that are declared; `start` and `end` are the days of `Span`."""


def export(selection: Selection) -> bytes:
    """The network of a selection as GraphML 1.0 in UTF-8. Raises NotExported."""
    network, xml = graph(selection), XmlText()
    with xml.inside("graphml", _ROOT):
        xml.element("desc", {}, network.description)
        for part, columns in _COLUMNS.items():
            for name, kind in columns.items():
                keys = {"id": f"{part}-{name}", "for": part, "attr.name": name, "attr.type": _TYPES[kind]}
                xml.element("key", keys)
        with xml.inside("graph", {"id": "dossier", "edgedefault": "directed"}):
            for node in network.nodes:
                with xml.inside("node", {"id": node.id}):
                    _write(xml, "node", node, {})
            for edge in network.edges:
                with xml.inside("edge", {"id": edge.id, "source": edge.source, "target": edge.target}):
                    _write(xml, "edge", edge, {"weight": 1.0})
    return xml.finished()


def _write(xml: XmlText, part: str, described: Node | Edge, more: Mapping[str, float]) -> None:
    span = {name: day for name, day in described.span._asdict().items() if day}
    values: dict[str, Value | float] = {"label": described.label, **more, **described.values, **span}
    for name, value in values.items():
        xml.element("data", {"key": f"{part}-{name}"}, xml_value(value))
