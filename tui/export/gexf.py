"""The network as GEXF, for Gephi: its timeline shows when each tie and each actor is there."""

from __future__ import annotations

from tui import VERSION
from tui.export.graph import EDGE_COLUMNS, NODE_COLUMNS, Edge, Node, graph
from tui.export.selection import Selection
from tui.export.xml_text import XmlText, xml_value

_NAMESPACE = "http://gexf.net/1.3"
_GRAPH = {
    "defaultedgetype": "directed",
    "idtype": "string",
    "mode": "dynamic",
    "timeformat": "date",
    "timerepresentation": "interval",
}
_TYPES = {str: "string", int: "integer", bool: "boolean"}


def export(selection: Selection) -> bytes:
    """The network of a selection as GEXF 1.3 in UTF-8. Raises NotExported."""
    network, xml = graph(selection), XmlText()
    with xml.inside("gexf", {"xmlns": _NAMESPACE, "version": "1.3"}):
        with xml.inside("meta", {}):
            xml.element("creator", {}, f"karabakh-tui {VERSION}")
            xml.element("description", {}, network.description)
        with xml.inside("graph", _GRAPH):
            for part, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
                with xml.inside("attributes", {"class": part, "mode": "static"}):
                    for name, kind in columns.items():
                        xml.element("attribute", {"id": name, "title": name, "type": _TYPES[kind]})
            with xml.inside("nodes", {"count": str(len(network.nodes))}):
                for node in network.nodes:
                    _write(xml, "node", {}, node)
            with xml.inside("edges", {"count": str(len(network.edges))}):
                for edge in network.edges:
                    ends = {"source": edge.source, "target": edge.target}
                    _write(xml, "edge", {**ends, "kind": edge.relation, "weight": "1.0"}, edge)
    return xml.finished()


def _write(xml: XmlText, part: str, more: dict[str, str], described: Node | Edge) -> None:
    span = {name: day for name, day in described.span._asdict().items() if day}
    with (
        xml.inside(part, {"id": described.id, "label": described.label, **more, **span}),
        xml.inside("attvalues", {}),
    ):
        for name, value in described.values.items():
            xml.element("attvalue", {"for": name, "value": xml_value(value)})
