package english

import (
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
	last := len(t.features) - 1
	e.count(last)
	keys := make([]uint32, last)
	for i, f := range t.features[:last] {
		keys[i] = f.key
	}
	e.ascending(keys)
	for _, key := range keys {
		weights := t.lookup(key)
		e.count(len(weights))
		for _, w := range weights {
			e.buffer = append(e.buffer, w.tag, byte(w.value))
		}
	}
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
	t := &tagger{tags: tags}
	keys := d.ascending(d.count(maxFeatures))
	t.features = make([]tagFeature, len(keys), len(keys)+1)
	t.weights = make([]tagWeight, 0, 4*len(keys))
	for i, key := range keys {
		if i > 0 && key <= keys[i-1] {
			d.fail(fmt.Errorf("feature %d has key %d", i, key))
		}
		t.features[i] = tagFeature{key, uint32(len(t.weights))}
		t.weights = d.tagWeights(t.weights, len(tags))
	}
	if d.err == nil {
		t.finish()
	}
	return t
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
		packed := d.bytes(scaleBytes + len(block))
		if d.err != nil {
			return
		}
		scale := d.scale(packed)
		for i, v := range packed[scaleBytes:] {
			block[i] = float32(int8(v)) * scale
		}
	}
}
