package export

import (
	"encoding/xml"
	"io"
	"strconv"

	"mandate/graph"
)

// The elements of GraphML (http://graphml.graphdrawing.org).
type (
	graphmlKey struct {
		XMLName xml.Name `xml:"key"`
		ID      string   `xml:"id,attr"`
		For     string   `xml:"for,attr"`
		Name    string   `xml:"attr.name,attr"`
		Type    string   `xml:"attr.type,attr"`
	}
	graphmlData struct {
		Key   string `xml:"key,attr"`
		Value string `xml:",chardata"`
	}
	graphmlNode struct {
		XMLName xml.Name      `xml:"node"`
		ID      string        `xml:"id,attr"`
		Data    []graphmlData `xml:"data"`
	}
	graphmlEdge struct {
		XMLName xml.Name      `xml:"edge"`
		Source  string        `xml:"source,attr"`
		Target  string        `xml:"target,attr"`
		Data    []graphmlData `xml:"data"`
	}
)

func writeGraphML(w io.Writer, d drawing, n graph.Namer) error {
	x := newXMLWriter(w)
	x.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	for _, k := range []graphmlKey{
		{ID: "label", For: "node", Name: "label", Type: "string"},
		{ID: "class", For: "node", Name: "class", Type: "string"},
		{ID: "kind", For: "node", Name: "kind", Type: "string"},
		{ID: "predicate", For: "edge", Name: "label", Type: "string"},
		{ID: "weight", For: "edge", Name: "weight", Type: "int"},
		{ID: "documents", For: "edge", Name: "documents", Type: "string"},
		{ID: "statements", For: "edge", Name: "statements", Type: "string"},
	} {
		x.element(k)
	}
	x.open("graph", "edgedefault", "directed")
	for _, e := range d.nodes {
		x.element(graphmlNode{ID: n.Full(e.IRI), Data: []graphmlData{
			{"label", e.Label}, {"class", e.Class}, {"kind", e.Kind},
		}})
	}
	for _, e := range d.edges {
		x.element(graphmlEdge{Source: n.Full(e.source), Target: n.Full(e.target), Data: []graphmlData{
			{"predicate", e.predicate}, {"weight", strconv.Itoa(len(e.statements))},
			{"documents", joined(e.documents)}, {"statements", joined(e.statements)},
		}})
	}
	x.close("graph", "graphml")
	return x.finish("GraphML")
}
