//go:build !purego

#include "textflag.h"

// Weights stand in tiles of 64 columns; in a tile, for each quad of inputs, the
// four weights of a column side by side: 256 bytes a quad. The sums are exact
// integers. What follows them, float32(sum)·scale of x·scale of the column, added
// to y, is rounded after each step, as in plain Go.

// func tileAVX2(y *float32, x, w *int8, scale, scaleX *float32, quads int)
// One row. Products of eight-bit numbers go through VPMADDUBSW, which wants one
// side unsigned: |x| and w·sign(x), whose pairs of products cannot saturate.
TEXT ·tileAVX2(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ scale+24(FP), DX
	MOVQ scaleX+32(FP), AX
	MOVQ quads+40(FP), CX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	VPXOR Y6, Y6, Y6
	VPXOR Y7, Y7, Y7
	VPCMPEQW Y15, Y15, Y15
	VPSRLW $15, Y15, Y15 // ones

#define PRODUCT(offset, sum, t) \
	VMOVDQU offset(BX), t; \
	VPSIGNB Y8, t, t; \
	VPMADDUBSW t, Y9, t; \
	VPMADDWD Y15, t, t; \
	VPADDD t, sum, sum

quad:
	VPBROADCASTD (SI), Y8
	VPABSB Y8, Y9
	PRODUCT(0, Y0, Y10)
	PRODUCT(32, Y1, Y11)
	PRODUCT(64, Y2, Y12)
	PRODUCT(96, Y3, Y13)
	PRODUCT(128, Y4, Y10)
	PRODUCT(160, Y5, Y11)
	PRODUCT(192, Y6, Y12)
	PRODUCT(224, Y7, Y13)
	ADDQ $4, SI
	ADDQ $256, BX
	DECQ CX
	JNZ  quad

	VBROADCASTSS (AX), Y8

#define SCALE(offset, sum) \
	VCVTDQ2PS sum, sum; \
	VMULPS Y8, sum, sum; \
	VMULPS offset(DX), sum, sum; \
	VADDPS offset(DI), sum, sum; \
	VMOVUPS sum, offset(DI)

	SCALE(0, Y0)
	SCALE(32, Y1)
	SCALE(64, Y2)
	SCALE(96, Y3)
	SCALE(128, Y4)
	SCALE(160, Y5)
	SCALE(192, Y6)
	SCALE(224, Y7)
	VZEROUPPER
	RET

// VPDPBUSD wants one side unsigned: x+128. The sums begin with what that adds
// too much, taken off: offset.
DATA ·signBits<>+0(SB)/4, $0x80808080
GLOBL ·signBits<>(SB), RODATA|NOPTR, $4

#define SCALE512(offset, xs, sum, row) \
	VCVTDQ2PS sum, sum; \
	VMULPS xs, sum, sum; \
	VMULPS offset(DX), sum, sum; \
	VADDPS offset(row), sum, sum; \
	VMOVUPS sum, offset(row)

// func tileVNNI(y *float32, x, w *int8, scale, scaleX *float32, quads int, offset *int32)
// One row.
TEXT ·tileVNNI(SB), NOSPLIT, $0-56
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ scale+24(FP), DX
	MOVQ scaleX+32(FP), AX
	MOVQ quads+40(FP), CX
	MOVQ offset+48(FP), R8
	VMOVDQU32 0(R8), Z0
	VMOVDQU32 64(R8), Z1
	VMOVDQU32 128(R8), Z2
	VMOVDQU32 192(R8), Z3
	VPBROADCASTD ·signBits<>(SB), Z8

quad:
	VPBROADCASTD (SI), Z4
	VPXORD Z8, Z4, Z4
	VPDPBUSD 0(BX), Z4, Z0
	VPDPBUSD 64(BX), Z4, Z1
	VPDPBUSD 128(BX), Z4, Z2
	VPDPBUSD 192(BX), Z4, Z3
	ADDQ $4, SI
	ADDQ $256, BX
	DECQ CX
	JNZ  quad

	VBROADCASTSS (AX), Z8
	SCALE512(0, Z8, Z0, DI)
	SCALE512(64, Z8, Z1, DI)
	SCALE512(128, Z8, Z2, DI)
	SCALE512(192, Z8, Z3, DI)
	VZEROUPPER
	RET

// func tileVNNI4(y *float32, x, w *int8, scale, scaleX *float32, quads int, offset *int32, strideY, strideX int)
// Four rows, strideY floats and strideX bytes apart.
TEXT ·tileVNNI4(SB), NOSPLIT, $0-72
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ scale+24(FP), DX
	MOVQ scaleX+32(FP), AX
	MOVQ quads+40(FP), CX
	MOVQ offset+48(FP), R8
	MOVQ strideY+56(FP), R9
	SHLQ $2, R9
	MOVQ strideX+64(FP), R10
	LEAQ (SI)(R10*2), R11
	VMOVDQU32 0(R8), Z0
	VMOVDQU32 64(R8), Z1
	VMOVDQU32 128(R8), Z2
	VMOVDQU32 192(R8), Z3
	VMOVDQA32 Z0, Z4
	VMOVDQA32 Z1, Z5
	VMOVDQA32 Z2, Z6
	VMOVDQA32 Z3, Z7
	VMOVDQA32 Z0, Z8
	VMOVDQA32 Z1, Z9
	VMOVDQA32 Z2, Z10
	VMOVDQA32 Z3, Z11
	VMOVDQA32 Z0, Z12
	VMOVDQA32 Z1, Z13
	VMOVDQA32 Z2, Z14
	VMOVDQA32 Z3, Z15
	VPBROADCASTD ·signBits<>(SB), Z24

quads:
	VMOVDQU32 0(BX), Z16
	VMOVDQU32 64(BX), Z17
	VMOVDQU32 128(BX), Z18
	VMOVDQU32 192(BX), Z19
	VPBROADCASTD (SI), Z20
	VPBROADCASTD (SI)(R10*1), Z21
	VPBROADCASTD (R11), Z22
	VPBROADCASTD (R11)(R10*1), Z23
	VPXORD Z24, Z20, Z20
	VPXORD Z24, Z21, Z21
	VPXORD Z24, Z22, Z22
	VPXORD Z24, Z23, Z23
	VPDPBUSD Z16, Z20, Z0
	VPDPBUSD Z17, Z20, Z1
	VPDPBUSD Z18, Z20, Z2
	VPDPBUSD Z19, Z20, Z3
	VPDPBUSD Z16, Z21, Z4
	VPDPBUSD Z17, Z21, Z5
	VPDPBUSD Z18, Z21, Z6
	VPDPBUSD Z19, Z21, Z7
	VPDPBUSD Z16, Z22, Z8
	VPDPBUSD Z17, Z22, Z9
	VPDPBUSD Z18, Z22, Z10
	VPDPBUSD Z19, Z22, Z11
	VPDPBUSD Z16, Z23, Z12
	VPDPBUSD Z17, Z23, Z13
	VPDPBUSD Z18, Z23, Z14
	VPDPBUSD Z19, Z23, Z15
	ADDQ $4, SI
	ADDQ $4, R11
	ADDQ $256, BX
	DECQ CX
	JNZ  quads

	VBROADCASTSS 0(AX), Z16
	VBROADCASTSS 4(AX), Z17
	VBROADCASTSS 8(AX), Z18
	VBROADCASTSS 12(AX), Z19
	SCALE512(0, Z16, Z0, DI)
	SCALE512(64, Z16, Z1, DI)
	SCALE512(128, Z16, Z2, DI)
	SCALE512(192, Z16, Z3, DI)
	ADDQ R9, DI
	SCALE512(0, Z17, Z4, DI)
	SCALE512(64, Z17, Z5, DI)
	SCALE512(128, Z17, Z6, DI)
	SCALE512(192, Z17, Z7, DI)
	ADDQ R9, DI
	SCALE512(0, Z18, Z8, DI)
	SCALE512(64, Z18, Z9, DI)
	SCALE512(128, Z18, Z10, DI)
	SCALE512(192, Z18, Z11, DI)
	ADDQ R9, DI
	SCALE512(0, Z19, Z12, DI)
	SCALE512(64, Z19, Z13, DI)
	SCALE512(128, Z19, Z14, DI)
	SCALE512(192, Z19, Z15, DI)
	VZEROUPPER
	RET
