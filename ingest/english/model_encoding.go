package english

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// encoder appends the parts of a model file.
type encoder struct{ buffer []byte }

func (e *encoder) count(n int) { e.buffer = binary.AppendUvarint(e.buffer, uint64(n)) }

func (e *encoder) text(s string) {
	e.count(len(s))
	e.buffer = append(e.buffer, s...)
}

// ascending writes rising numbers by their differences.
func (e *encoder) ascending(numbers []uint32) {
	previous := uint32(0)
	for _, n := range numbers {
		e.count(int(n - previous))
		previous = n
	}
}

func (e *encoder) tagger(t *tagger) {
	e.count(len(t.tags))
	for _, tag := range t.tags {
		e.text(tag.upos)
		e.text(tag.xpos)
	}
	features := t.features()
	e.count(len(features))
	keys := make([]uint32, len(features))
	for i, f := range features {
		keys[i] = f.key
	}
	e.ascending(keys)
	for _, f := range features {
		e.count(len(f.weights))
		for _, w := range f.weights {
			e.buffer = append(e.buffer, w.tag, byte(w.value))
		}
	}
}

// features lists what the lookup table holds, by key.
func (t *tagger) features() []taggerFeature {
	var out []taggerFeature
	for slot, key := range t.keys {
		if key != 0 {
			out = append(out, taggerFeature{key, t.weights[t.first[slot]:][:t.count[slot]]})
		}
	}
	slices.SortFunc(out, func(a, b taggerFeature) int { return cmp.Compare(a.key, b.key) })
	return out
}

// weightBlock is the number of weights that share a scale.
const weightBlock = 32

// weights writes blocks of eight-bit numbers, each after its scale.
func (e *encoder) weights(data []float32) {
	for block := range slices.Chunk(data, weightBlock) {
		var most float32
		for _, x := range block {
			most = max(most, float32(math.Abs(float64(x))))
		}
		scale := most / math.MaxInt8
		e.buffer = binary.LittleEndian.AppendUint32(e.buffer, math.Float32bits(scale))
		for _, x := range block {
			q := 0.0
			if scale > 0 {
				q = math.Round(float64(x / scale))
			}
			e.buffer = append(e.buffer, byte(int8(q)))
		}
	}
}

var errShort = errors.New("file ends too early")

// decoder reads what encoder wrote; the first error stays in err and all later
// reads give zero values.
type decoder struct {
	rest []byte
	err  error
}

func (d *decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// bytes takes the next n bytes; nil when there are fewer.
func (d *decoder) bytes(n int) []byte {
	if d.err != nil || n > len(d.rest) {
		d.fail(errShort)
		return nil
	}
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out
}

// count reads a number of at most limit.
func (d *decoder) count(limit int) int {
	if d.err != nil {
		return 0
	}
	n, size := binary.Uvarint(d.rest)
	if size <= 0 {
		d.fail(errShort)
		return 0
	}
	if n > uint64(limit) {
		d.fail(fmt.Errorf("a count of %d where at most %d makes sense", n, limit))
		return 0
	}
	d.rest = d.rest[size:]
	return int(n)
}

func (d *decoder) text() string { return string(d.bytes(d.count(maxUnits))) }

func (d *decoder) ascending(n int) []uint32 {
	if n > len(d.rest) {
		d.fail(errShort)
		return nil
	}
	out := make([]uint32, n)
	previous := uint32(0)
	for i := range out {
		previous += uint32(d.count(math.MaxUint32))
		out[i] = previous
	}
	return out
}

func (d *decoder) tagger() *tagger {
	tags := make([]tagPair, d.count(noTag))
	for i := range tags {
		tags[i] = tagPair{d.text(), d.text()}
	}
	if len(tags) == 0 {
		d.fail(errors.New("no tags"))
	}
	keys := d.ascending(d.count(maxFeatures))
	features := make([]taggerFeature, len(keys))
	store := make([]tagWeight, 0, len(d.rest)/2)
	for i, key := range keys {
		if i > 0 && key == keys[i-1] || key == 0 {
			d.fail(fmt.Errorf("feature %d has key %d", i, key))
		}
		start := len(store)
		store = d.tagWeights(store, len(tags))
		features[i] = taggerFeature{key, store[start:]}
	}
	if d.err != nil {
		return &tagger{}
	}
	return newTagger(tags, features)
}

// tagWeights appends the weights of one feature.
func (d *decoder) tagWeights(store []tagWeight, tags int) []tagWeight {
	pairs := d.bytes(2 * d.count(tags))
	for ; len(pairs) > 0; pairs = pairs[2:] {
		if int(pairs[0]) >= tags {
			d.fail(fmt.Errorf("a weight of tag %d where there are %d", pairs[0], tags))
		}
		store = append(store, tagWeight{pairs[0], int8(pairs[1])})
	}
	return store
}

// weights fills data; numbers that are not finite are an error.
func (d *decoder) weights(data []float32) {
	for block := range slices.Chunk(data, weightBlock) {
		head := d.bytes(4)
		values := d.bytes(len(block))
		if d.err != nil {
			return
		}
		scale := math.Float32frombits(binary.LittleEndian.Uint32(head))
		if !(scale >= 0 && scale < 1e6) {
			d.fail(fmt.Errorf("a weight scale of %v", scale))
		}
		for i, v := range values {
			block[i] = float32(int8(v)) * scale
		}
	}
}
