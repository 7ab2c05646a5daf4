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
