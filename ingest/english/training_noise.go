package english

import "math/rand/v2"

// Shares of units switched off in training.
const (
	dropInput = 0.15
	dropLayer = 0.33
	dropRoles = 0.33
	dropSteps = 0.2
)

func newMasks(l *layout) *masks {
	m := &masks{input: make([]float32, l.inputWidth()), roles: make([]float32, 2*l.arc+2*l.label)}
	for i := range m.layer {
		m.layer[i] = make([]float32, directions*l.hidden)
		for d := range m.recurrent[i] {
			m.recurrent[i][d] = make([]float32, l.hidden)
		}
	}
	return m
}

// draw chooses the units of the next sentence.
func (m *masks) draw(random *rand.Rand) {
	drawMask(random, m.input, dropInput)
	for i := range m.layer {
		drawMask(random, m.layer[i], dropLayer)
		for d := range m.recurrent[i] {
			drawMask(random, m.recurrent[i][d], dropSteps)
		}
	}
	drawMask(random, m.roles, dropRoles)
}

// drawMask leaves a unit out with probability p and scales up the others, so
// that sums stay the same on average.
func drawMask(random *rand.Rand, mask []float32, p float32) {
	for i := range mask {
		mask[i] = 1 / (1 - p)
		if random.Float32() < p {
			mask[i] = 0
		}
	}
}
