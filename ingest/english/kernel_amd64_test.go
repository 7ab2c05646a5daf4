//go:build !purego

package english

import (
	"math/rand/v2"
	"testing"

	"golang.org/x/sys/cpu"
)

func TestVectorKernelsAgreeToTheBit(t *testing.T) {
	kernels := map[string]func(y, a, b *float32, n, k, strideA, strideB int){}
	if cpu.X86.HasAVX2 {
		kernels["AVX2"] = accumulateAVX2
	}
	if cpu.X86.HasAVX512F {
		kernels["AVX-512"] = accumulateAVX512
	}
	if len(kernels) == 0 {
		t.Skip("this processor has no vector kernel")
	}
	random := rand.New(rand.NewPCG(7, 7))
	for name, kernel := range kernels {
		for n := 8; n <= 264; n += 8 {
			for _, k := range []int{1, 2, 33, 129} {
				y, a, b := randomRow(random, n), randomRow(random, 3*k), randomRow(random, k*(n+3))
				fast := append([]float32{}, y...)
				kernel(&fast[0], &a[0], &b[0], n, k, 3, n+3)
				accumulateGeneric(y, a, 3, k, b, n+3)
				compareRows(t, name, fast, y)
			}
		}
	}
}
