package english

import "math"

// adam is the optimiser of Kingma and Ba (2015), lazy for embeddings: rows that
// a batch does not use keep their moments.
type adam struct {
	mean, square []matrix // for each parameter of the network
	step         int
}

// The usual constants, with a shorter memory for squares than the paper's (as
// Dozat and Manning 2017 advise for parsers), and the norm gradients are clipped to.
const (
	adamMean    = 0.9
	adamSquare  = 0.98
	adamEpsilon = 1e-8
	clipNorm    = 5
)

func newAdam(n *network) *adam {
	a := &adam{}
	for _, m := range n.parameters() {
		a.mean = append(a.mean, newMatrix(m.rows, m.cols))
		a.square = append(a.square, newMatrix(m.rows, m.cols))
	}
	return a
}

// update moves the weights of n, and of the projection that makes its vector
// embedding, against the gradient, which is scaled first and cleared afterwards.
func (a *adam) update(n *network, g *gradient, vectors *projection, rate, scale float32) {
	a.step++
	scale *= clipFactor(g, scale)
	rate *= float32(math.Sqrt(1-math.Pow(adamSquare, float64(a.step))) / (1 - math.Pow(adamMean, float64(a.step))))
	weights, grads := n.parameters(), g.parameters()
	for i := range weights {
		if i >= embeddings {
			adamStep(weights[i].data, grads[i].data, a.mean[i].data, a.square[i].data, rate, scale)
			continue
		}
		if i == vectorEmbedding {
			vectors.update(grads[i], g.used[i], rate, scale)
		} else {
			a.updateRows(i, weights[i], grads[i], g.used[i], rate, scale)
		}
		g.forgetUsed(i)
	}
	g.transpose(n)
}

// updateRows moves the rows of embedding i that a batch used.
func (a *adam) updateRows(i int, weights, grads matrix, used []int32, rate, scale float32) {
	for _, row := range used {
		r := int(row)
		adamStep(weights.row(r), grads.row(r), a.mean[i].row(r), a.square[i].row(r), rate, scale)
	}
}

func adamStep(weight, grad, mean, square []float32, rate, scale float32) {
	mean, square, grad = mean[:len(weight)], square[:len(weight)], grad[:len(weight)]
	for i := range weight {
		x := grad[i] * scale
		grad[i] = 0
		m := adamMean*mean[i] + (1-adamMean)*x
		v := adamSquare*square[i] + (1-adamSquare)*x*x
		mean[i], square[i] = m, v
		weight[i] -= rate * m / (float32(math.Sqrt(float64(v))) + adamEpsilon)
	}
}

// clipFactor is what brings the scaled gradient's norm down to clipNorm.
func clipFactor(g *gradient, scale float32) float32 {
	var sum float64
	for i, m := range g.parameters() {
		if i >= embeddings {
			sum += squares(m.data)
			continue
		}
		for _, row := range g.used[i] {
			sum += squares(m.row(int(row)))
		}
	}
	if norm := math.Sqrt(sum) * float64(scale); norm > clipNorm {
		return float32(clipNorm / norm)
	}
	return 1
}

func squares(row []float32) float64 {
	var sum float32
	for _, x := range row {
		sum += x * x
	}
	return float64(sum)
}
