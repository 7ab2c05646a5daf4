package export

import (
	"encoding/xml"
	"fmt"
	"io"
)

// xmlWriter writes elements one by one and remembers the first error.
type xmlWriter struct {
	w       io.Writer
	encoder *xml.Encoder
	err     error
}

func newXMLWriter(w io.Writer) *xmlWriter {
	x := &xmlWriter{w: w, encoder: xml.NewEncoder(w)}
	x.encoder.Indent("", " ")
	_, x.err = io.WriteString(w, xml.Header)
	return x
}

// open writes a start tag with pairs of attribute and value.
func (x *xmlWriter) open(name string, attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i+1 < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	x.token(start)
}

func (x *xmlWriter) close(names ...string) {
	for _, name := range names {
		x.token(xml.EndElement{Name: xml.Name{Local: name}})
	}
}

func (x *xmlWriter) token(t xml.Token) {
	if x.err == nil {
		x.err = x.encoder.EncodeToken(t)
	}
}

func (x *xmlWriter) element(e any) {
	if x.err == nil {
		x.err = x.encoder.Encode(e)
	}
}

func (x *xmlWriter) finish(form string) error {
	if x.err == nil {
		x.err = x.encoder.Close()
	}
	if x.err == nil {
		_, x.err = io.WriteString(x.w, "\n")
	}
	if x.err != nil {
		return fmt.Errorf("write %s: %w", form, x.err)
	}
	return nil
}
