package english

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
)

// table is an embedding as it stands in the model file: few of its rows are
// ever asked for, so it is not unpacked.
type table struct {
	rows, cols int
	blocks     []byte // of weightBlock weights, each behind its scale
}

// scaleBytes is the length of a block's scale.
const scaleBytes = 4

// tableBytes is the length of the blocks of n weights.
func tableBytes(n int) int { return n + (n+weightBlock-1)/weightBlock*scaleBytes }

// table takes an embedding; scales that make no sense are an error.
func (d *decoder) table(rows, cols int) table {
	t := table{rows, cols, bytes.Clone(d.bytes(tableBytes(rows * cols)))}
	for rest := t.blocks; len(rest) > 0; rest = rest[min(len(rest), scaleBytes+weightBlock):] {
		d.scale(rest)
	}
	return t
}

// scale reads the scale of a block.
func (d *decoder) scale(block []byte) float32 {
	scale := math.Float32frombits(binary.LittleEndian.Uint32(block))
	if !(scale >= 0 && scale < 1e6) {
		d.fail(fmt.Errorf("a weight scale of %v", scale))
	}
	return scale
}

// copyRow unpacks row i and returns its length.
func (t table) copyRow(to []float32, i int) int {
	for j, at := 0, i*t.cols; j < t.cols; {
		block, first := t.blocks[at/weightBlock*(scaleBytes+weightBlock):], at%weightBlock
		scale := math.Float32frombits(binary.LittleEndian.Uint32(block))
		run := block[scaleBytes+first:][:min(weightBlock-first, t.cols-j)]
		for _, v := range run {
			to[j] = float32(int8(v)) * scale
			j++
		}
		at += len(run)
	}
	return t.cols
}
