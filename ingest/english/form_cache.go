package english

import "strings"

// formCache keeps what is made of a word form whatever stands around it: its
// features, and what it adds to the gates of the first layer. Texts repeat
// their words, so most of that work is done once.
//
// It holds two generations of forms. A new form goes into the young one; once
// that is full, the old one is forgotten, the young one grows old, and what is
// still in use moves on from it when it is next asked for. The memory of
// forgotten forms is used again.
type formCache struct {
	young, old map[string]*formEntry
	spare      []*formEntry
	scratch    arena
}

type formEntry struct {
	form     string
	features wordFeatures
	sums     []float32 // of the gates of both directions
}

// generation bounds the forms of a generation: a few megabytes.
const generation = 256

// find returns what is known of a form, until the next call.
func (c *formCache) find(m *Model, form string) *formEntry {
	if e, ok := c.young[form]; ok {
		return e
	}
	if c.young == nil || len(c.young) >= generation {
		c.age()
	}
	e, ok := c.old[form]
	if ok {
		delete(c.old, form)
	} else {
		e = c.unused(m.inference.form.out)
		e.form = strings.Clone(form) // not the whole text
		e.features = describeWord(form)
		in := m.lexicon.input(&e.features, 0)
		m.inference.sumForm(e.sums, &in, &c.scratch)
	}
	c.young[e.form] = e
	return e
}

// age forgets the old generation and starts a new one.
func (c *formCache) age() {
	forgotten := c.old
	if forgotten == nil {
		forgotten = make(map[string]*formEntry, generation)
	}
	for _, e := range forgotten {
		c.spare = append(c.spare, e)
	}
	clear(forgotten)
	c.young, c.old = forgotten, c.young
}

// unused returns an entry to be filled in.
func (c *formCache) unused(width int) *formEntry {
	if n := len(c.spare); n > 0 {
		e := c.spare[n-1]
		c.spare = c.spare[:n-1]
		return e
	}
	return &formEntry{sums: make([]float32, width)}
}

// sumForm computes what a word form adds to the gates; the tag is passed over.
func (f *inference) sumForm(sums []float32, in *wordInput, scratch *arena) {
	scratch.reset()
	row := scratch.floats(1, f.form.in).row(0)
	rest := row
	for e, id := range in[:tagEmbedding] {
		rest = rest[f.embed[e].copyRow(rest, int(id)):]
	}
	x := scratch.bytes(1, f.form.in)
	x.quantise(0, row)
	f.form.apply(matrix{1, f.form.out, f.form.out, sums}, x)
}
