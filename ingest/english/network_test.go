package english

import (
	"math"
	"math/rand/v2"
	"testing"
)

// smallNetwork is a network of random weights, with odd sizes where allowed.
func smallNetwork(seed uint64) *network {
	n := newNetwork(layout{rows: [embeddings]int{9, 8, 7, 7, 6, 6, 5, 8, 4}, width: [embeddings]int{6, 3, 2, 2, 2, 2, 2, 4, 3}, hidden: 8, arc: 8, label: 5, belief: 8, labels: 6, tags: 5})
	random := rand.New(rand.NewPCG(seed, 0))
	for _, m := range n.parameters() {
		for i := range m.data {
			m.data[i] = float32(random.NormFloat64()) * 0.4
		}
	}
	return n
}

// wideNetwork is a network of random weights, some of whose rows do not fill whole
// vector registers.
func wideNetwork() *network {
	n := newNetwork(layout{rows: [embeddings]int{9, 8, 7, 7, 6, 6, 5, 8, 4}, width: [embeddings]int{20, 9, 7, 5, 3, 5, 3, 6, 12},
		hidden: 40, arc: 24, label: 9, belief: 8, labels: 13, tags: 7})
	random := rand.New(rand.NewPCG(8, 8))
	for _, m := range n.parameters() {
		for i := range m.data {
			m.data[i] = random.Float32() - 0.5
		}
	}
	return n
}

func smallSentence(n *network, words int, seed uint64) ([]wordInput, goldTree) {
	random := rand.New(rand.NewPCG(seed, 1))
	inputs := make([]wordInput, words+1)
	gold := goldTree{make([]int, words+1), make([]int, words+1), make([]int, words+1)}
	for i := range inputs {
		for e := range inputs[i] {
			inputs[i][e] = int32(random.IntN(n.layout.rows[e]))
		}
		gold.heads[i] = random.IntN(max(1, i))
		gold.tags[i] = random.IntN(n.layout.tags)
		gold.labels[i] = random.IntN(n.layout.labels)
	}
	return inputs, gold
}

func lossOf(n *network, a *activations, inputs []wordInput, gold goldTree, drop *masks) float64 {
	n.scoreArcs(a, inputs, drop)
	return newGradient(n).backward(n, a, inputs, gold, drop)
}

func TestBackwardAgreesWithNumericGradient(t *testing.T) {
	n := smallNetwork(3)
	inputs, gold := smallSentence(n, 6, 4)
	drop := newMasks(&n.layout)
	drop.draw(rand.New(rand.NewPCG(5, 5)))
	var a activations
	g := newGradient(n)
	n.scoreArcs(&a, inputs, drop)
	g.backward(n, &a, inputs, gold, drop)
	random := rand.New(rand.NewPCG(6, 6))
	grads, checked := g.parameters(), 0
	for p, m := range n.parameters() {
		for range 12 {
			i := random.IntN(len(m.data))
			const step = 1e-3 // small, because rectifiers have kinks
			old := m.data[i]
			m.data[i] = old + step
			up := lossOf(n, &a, inputs, gold, drop)
			m.data[i] = old - step
			down := lossOf(n, &a, inputs, gold, drop)
			m.data[i] = old
			numeric, analytic := (up-down)/(2*step), float64(grads[p].data[i])
			if math.Abs(numeric-analytic) > 2e-2+2e-2*math.Abs(numeric) {
				t.Errorf("parameter %d weight %d: numeric %.5f, analytic %.5f", p, i, numeric, analytic)
			}
			if numeric != 0 {
				checked++
			}
		}
	}
	if checked < 100 {
		t.Fatalf("only %d weights had a gradient", checked)
	}
}

func randomRow(random *rand.Rand, n int) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(random.NormFloat64())
	}
	return out
}

func compareRows(t *testing.T, name string, got, want []float32) {
	t.Helper()
	for j := range want {
		if got[j] != want[j] {
			t.Fatalf("%s, %d columns: element %d is %v, want %v", name, len(want), j, got[j], want[j])
		}
	}
}

func TestAccumulateIsTheSumInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for _, n := range []int{1, 7, 8, 9, 31, 32, 131, 200} {
		for _, k := range []int{0, 1, 2, 33, 129} {
			for _, strideA := range []int{1, 5} {
				y, a, b := randomRow(random, n), randomRow(random, k*strideA+1), randomRow(random, k*(n+3)+n)
				want := append([]float32{}, y...)
				for j := range want {
					for i := range k {
						want[j] += float32(a[i*strideA] * b[i*(n+3)+j])
					}
				}
				fast := append([]float32{}, y...)
				accumulate(fast, a, strideA, k, b, n+3)
				accumulateGeneric(y, a, strideA, k, b, n+3)
				compareRows(t, "accumulate", fast, want)
				compareRows(t, "accumulateGeneric", y, want)
			}
		}
	}
}

func TestExp32(t *testing.T) {
	for x := float32(-87); x < 88; x += 0.037 {
		want := math.Exp(float64(x))
		if got := float64(exp32(x)); math.Abs(got-want) > 3e-7*want {
			t.Fatalf("exp32(%v) = %v, want %v", x, got, want)
		}
	}
}
