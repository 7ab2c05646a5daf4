package export

import (
	"encoding/xml"
	"io"
	"strconv"

	"mandate/graph"
)

// The elements of GEXF 1.3 (https://gexf.net).
type (
	gexfAttribute struct {
		XMLName xml.Name `xml:"attribute"`
		ID      string   `xml:"id,attr"`
		Title   string   `xml:"title,attr"`
		Type    string   `xml:"type,attr"`
	}
	gexfValue struct {
		For   string `xml:"for,attr"`
		Value string `xml:"value,attr"`
	}
	gexfNode struct {
		XMLName xml.Name    `xml:"node"`
		ID      string      `xml:"id,attr"`
		Label   string      `xml:"label,attr"`
		Values  []gexfValue `xml:"attvalues>attvalue"`
	}
	gexfEdge struct {
		XMLName xml.Name    `xml:"edge"`
		ID      string      `xml:"id,attr"`
		Source  string      `xml:"source,attr"`
		Target  string      `xml:"target,attr"`
		Label   string      `xml:"label,attr"`
		Weight  int         `xml:"weight,attr"`
		Values  []gexfValue `xml:"attvalues>attvalue"`
	}
)

func writeGEXF(w io.Writer, d drawing, n graph.Namer) error {
	x := newXMLWriter(w)
	x.open("gexf", "xmlns", "http://gexf.net/1.3", "version", "1.3")
	x.open("graph", "defaultedgetype", "directed", "mode", "static")
	gexfAttributes(x, "node", "class", "kind")
	gexfAttributes(x, "edge", "documents", "statements")
	x.open("nodes")
	for _, e := range d.nodes {
		x.element(gexfNode{ID: n.Full(e.IRI), Label: e.Label, Values: []gexfValue{{"class", e.Class}, {"kind", e.Kind}}})
	}
	x.close("nodes")
	x.open("edges")
	for i, e := range d.edges {
		x.element(gexfEdge{
			ID: strconv.Itoa(i), Source: n.Full(e.source), Target: n.Full(e.target), Label: e.predicate,
			Weight: len(e.statements),
			Values: []gexfValue{{"documents", joined(e.documents)}, {"statements", joined(e.statements)}},
		})
	}
	x.close("edges", "graph", "gexf")
	return x.finish("GEXF")
}

func gexfAttributes(x *xmlWriter, class string, names ...string) {
	x.open("attributes", "class", class)
	for _, name := range names {
		x.element(gexfAttribute{ID: name, Title: name, Type: "string"})
	}
	x.close("attributes")
}
