package index

import (
	"sync"

	"github.com/cayleygraph/quad"
)

// dictionary numbers values. Indexes that follow one another share it: it only
// grows, and each index reads no further than the values that it was made with.
type dictionary struct {
	mu     sync.RWMutex
	ids    map[any]Node
	values []quad.Value
}

func newDictionary() *dictionary {
	return &dictionary{ids: map[any]Node{}, values: []quad.Value{nil}}
}

// key makes a value comparable: times and floats are not by themselves.
func key(v quad.Value) any {
	switch v.(type) {
	case quad.IRI, quad.String, quad.BNode, quad.Int, quad.Bool, quad.LangString, quad.TypedString:
		return v
	}
	return v.String()
}

func (d *dictionary) lookup(v quad.Value) (Node, bool) {
	if v == nil {
		return None, false
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	n, ok := d.ids[key(v)]
	return n, ok
}

// number returns the number of a value, a new one for a new value.
func (d *dictionary) number(v quad.Value) Node {
	if v == nil {
		return None
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	k := key(v)
	n, ok := d.ids[k]
	if !ok {
		n = Node(len(d.values))
		d.ids[k] = n
		d.values = append(d.values, v)
	}
	return n
}

// all returns the values numbered so far. What is added later does not show in
// it.
func (d *dictionary) all() []quad.Value {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.values[:len(d.values):len(d.values)]
}

func (d *dictionary) link(q quad.Quad) Link {
	return Link{d.number(q.Subject), d.number(q.Predicate), d.number(q.Object), d.number(q.Label)}
}

// lookupLink returns a quad by the numbers of its values, false where one of
// them was never numbered.
func (d *dictionary) lookupLink(q quad.Quad) (Link, bool) {
	var ends [4]Node
	for i, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		n, known := d.lookup(v)
		if v != nil && !known {
			return Link{}, false
		}
		ends[i] = n
	}
	return Link{ends[0], ends[1], ends[2], ends[3]}, true
}
