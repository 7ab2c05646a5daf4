//go:build !purego

package english

import "golang.org/x/sys/cpu"

//go:noescape
func tileAVX2(y *float32, x, w *int8, scale, scaleX *float32, quads int)

//go:noescape
func tileVNNI(y *float32, x, w *int8, scale, scaleX *float32, quads int, offset *int32)

//go:noescape
func tileVNNI4(y *float32, x, w *int8, scale, scaleX *float32, quads int, offset *int32, strideY, strideX int)

//go:noescape
func updateCellAVX2(gates, memory *float32, output *int8, n, hidden int, curve *float32)

// kernels are those that this processor can run, the best one first.
func kernels() []kernel {
	var out []kernel
	if cpu.X86.HasAVX2 {
		if cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI {
			out = append(out, vnniKernel{})
		}
		out = append(out, avx2Kernel{})
	}
	return append(out, genericKernel{})
}

// avx2Kernel works on eight floats or 32 eight-bit numbers at a time.
type avx2Kernel struct{}

func (avx2Kernel) accumulate(y, a, b []float32, stride int) {
	accumulate(y, a, 1, len(a), b, stride)
}

func (avx2Kernel) updateCell(gates, memory []float32, output []int8) {
	hidden := len(memory)
	n := hidden &^ 7
	_, _ = gates[4*hidden-1], output[hidden-1]
	if n > 0 {
		curve := [...]float32{curveEnd, -curveEnd, curveA0, curveA1, curveA2, curveB1, curveB2, 1, 0.5, 127}
		updateCellAVX2(&gates[0], &memory[0], &output[0], n, hidden, &curve[0])
	}
	for i := n; i < hidden; i++ {
		updateUnit(gates, memory, output, i)
	}
}

// quad is the number of inputs whose weights stand side by side.
const quad = 4

// tileWeights are weights in tiles; see kernel8_amd64.s.
type tileWeights struct {
	quads int
	scale []float32
	tiles []int8
}

func newTileWeights(rounded []int8, in, out int, scale []float32) tileWeights {
	w := tileWeights{(in + quad - 1) / quad, scale, nil}
	w.tiles = make([]int8, w.quads*quad*out)
	for i := range in {
		for j, x := range rounded[i*out:][:out] {
			w.tiles[j/tile*w.size()+i/quad*tile*quad+j%tile*quad+i%quad] = x
		}
	}
	return w
}

// size is the number of weights in a tile.
func (w *tileWeights) size() int { return w.quads * quad * tile }

// check panics where a tile would reach beyond its rows.
func (w *tileWeights) check(y matrix, x rows8) {
	_, _ = x.data[(x.rows-1)*x.stride+w.quads*quad-1], x.scale[x.rows-1]
	_ = y.data[(x.rows-1)*y.stride+len(w.scale)-1]
}

func (avx2Kernel) pack(rounded []int8, in, out int, scale []float32) weights8 {
	return &avx2Weights{newTileWeights(rounded, in, out, scale)}
}

type avx2Weights struct{ tileWeights }

func (w *avx2Weights) addProduct(y matrix, x rows8) {
	w.check(y, x)
	for j := 0; j < len(w.scale); j += tile {
		weights := &w.tiles[j/tile*w.size()]
		for r := range x.rows {
			tileAVX2(&y.data[r*y.stride+j], &x.data[r*x.stride], weights, &w.scale[j], &x.scale[r], w.quads)
		}
	}
}

// vnniKernel also has the instruction that multiplies and adds four pairs of
// eight-bit numbers for each of 16 columns.
type vnniKernel struct{ avx2Kernel }

func (vnniKernel) pack(rounded []int8, in, out int, scale []float32) weights8 {
	w := &vnniWeights{newTileWeights(rounded, in, out, scale), make([]int32, out)}
	for i := range in {
		for j, x := range rounded[i*out:][:out] {
			w.offset[j] -= 128 * int32(x)
		}
	}
	return w
}

type vnniWeights struct {
	tileWeights
	offset []int32 // -128 times the sum of a column
}

func (w *vnniWeights) addProduct(y matrix, x rows8) {
	w.check(y, x)
	for j := 0; j < len(w.scale); j += tile {
		weights, r := &w.tiles[j/tile*w.size()], 0
		for ; r+4 <= x.rows; r += 4 {
			tileVNNI4(&y.data[r*y.stride+j], &x.data[r*x.stride], weights, &w.scale[j], &x.scale[r], w.quads, &w.offset[j], y.stride, x.stride)
		}
		for ; r < x.rows; r++ {
			tileVNNI(&y.data[r*y.stride+j], &x.data[r*x.stride], weights, &w.scale[j], &x.scale[r], w.quads, &w.offset[j])
		}
	}
}
