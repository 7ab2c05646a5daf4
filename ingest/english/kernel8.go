package english

// kernel is the innermost work of inference, as one kind of processor does it
// best. All kinds compute the same to the bit.
type kernel interface {
	// pack lays out rounded weights, in rows of whole tiles.
	pack(rounded []int8, in, out int, scale []float32) weights8
	// updateCell turns the sums of the gates (input, forget, output, candidate)
	// into the next state: the cell is kept in memory, the output in eight bits,
	// 127 for 1.
	updateCell(gates, memory []float32, output []int8)
	// accumulate computes y[j] += Σ a[i]·b[i·stride+j] over a, in order.
	accumulate(y, a, b []float32, stride int)
}

// genericKernel is the kernel in plain Go.
type genericKernel struct{}

func (genericKernel) accumulate(y, a, b []float32, stride int) {
	accumulateGeneric(y, a, 1, len(a), b, stride)
}

// A processor without vectors multiplies 64-bit integers: three weights are
// packed into one, 21 bits apart, so that one product with x is three. Lanes
// hold the sum of laneTerms products of two numbers of eight bits.
const (
	laneBits  = 21
	laneTerms = 64
	lanes     = 3
	laneGroup = 4 * lanes // columns computed at once
)

// laneWeights holds for each group of columns, for each input, its lanes.
type laneWeights struct {
	in     int
	scale  []float32
	groups [][4]int64
}

func (genericKernel) pack(rounded []int8, in, out int, scale []float32) weights8 {
	count := (out + laneGroup - 1) / laneGroup
	w := &laneWeights{in, scale, make([][4]int64, count*in)}
	for g := range count {
		for i := range in {
			row, to := rounded[i*out:][:out], &w.groups[g*in+i]
			for j, x := range row[g*laneGroup : min(out, (g+1)*laneGroup)] {
				to[j/lanes] += int64(x) << (j % lanes * laneBits)
			}
		}
	}
	return w
}

func (w *laneWeights) addProduct(y matrix, x rows8) {
	var sums [laneGroup]int64
	for g := 0; g*laneGroup < len(w.scale); g++ {
		group, from := w.groups[g*w.in:][:w.in], g*laneGroup
		scale := w.scale[from:min(from+laneGroup, len(w.scale))]
		for r := range x.rows {
			clear(sums[:])
			for i := 0; i < w.in; i += laneTerms {
				end := min(i+laneTerms, w.in)
				multiplyLanes(&sums, x.row(r)[i:end], group[i:end])
			}
			to := y.row(r)[from:][:len(scale)]
			for j, s := range scale {
				to[j] += float32(float32(float32(sums[j])*x.scale[r]) * s)
			}
		}
	}
}

// multiplyLanes adds x·group to the sums of its columns.
func multiplyLanes(sums *[laneGroup]int64, x []int8, group [][4]int64) {
	a, b, c, d := sumLanes(x, group)
	splitLanes(sums[0:3], a)
	splitLanes(sums[3:6], b)
	splitLanes(sums[6:9], c)
	splitLanes(sums[9:12], d)
}

// sumLanes stays a function of its own so that its sums stay in registers.
//
//go:noinline
func sumLanes(x []int8, group [][4]int64) (a, b, c, d int64) {
	group = group[:len(x)]
	for i, v := range x {
		w, v := &group[i], int64(v)
		a += w[0] * v
		b += w[1] * v
		c += w[2] * v
		d += w[3] * v
	}
	return a, b, c, d
}

// splitLanes adds each lane to its sum; what a lower lane borrowed from a higher
// one is given back.
func splitLanes(sums []int64, packed int64) {
	const unused = 64 - laneBits
	low := packed << unused >> unused
	packed = (packed - low) >> laneBits
	middle := packed << unused >> unused
	sums[0] += low
	sums[1] += middle
	sums[2] += (packed - middle) >> laneBits
}

func (genericKernel) updateCell(gates, memory []float32, output []int8) {
	for i := range memory {
		updateUnit(gates, memory, output, i)
	}
}

// updateUnit is updateCell for unit i.
func updateUnit(gates, memory []float32, output []int8, i int) {
	n := len(memory)
	c := float32(curveSigmoid(gates[i]) * curveTanh(gates[3*n+i]))
	c += float32(curveSigmoid(gates[n+i]) * memory[i])
	memory[i] = c
	output[i] = round8(float32(curveSigmoid(gates[2*n+i])*curveTanh(c)) * 127)
}

// The hyperbolic tangent as a rational function, to 5·10⁻⁵, a hundredth of what
// eight bits can tell; it is 1 from curveEnd on.
const (
	curveEnd = 5
	curveA0  = 0.9998108042208043
	curveA1  = 0.10173453335908317
	curveA2  = 0.0006552773441934614
	curveB1  = 0.43451716216835073
	curveB2  = 0.01264256983991703
)

func curveTanh(x float32) float32 {
	if x > curveEnd {
		x = curveEnd
	}
	if x < -curveEnd {
		x = -curveEnd
	}
	s := float32(x * x)
	p := float32(float32(float32(curveA2*s)+curveA1)*s) + curveA0
	q := float32(float32(float32(curveB2*s)+curveB1)*s) + 1
	return float32(float32(x*p) / q)
}

func curveSigmoid(x float32) float32 {
	return float32(0.5*curveTanh(float32(0.5*x))) + 0.5
}
