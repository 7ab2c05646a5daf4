//go:build !purego

#include "textflag.h"

// Constants of updateCell, in the order of the list in avx2Kernel.updateCell.
#define END    0
#define MINUS  4
#define A0     8
#define A1     12
#define A2     16
#define B1     20
#define B2     24
#define ONE    28
#define HALF   32
#define UNIT   36

// TANH replaces x by its hyperbolic tangent, as curveTanh does; it needs s, p, q.
#define TANH(x, s, p, q) \
	VMINPS Y15, x, x; \
	VMAXPS Y14, x, x; \
	VMULPS x, x, s; \
	VMULPS Y13, s, p; \
	VADDPS Y12, p, p; \
	VMULPS s, p, p; \
	VADDPS Y11, p, p; \
	VMULPS Y10, s, q; \
	VADDPS Y9, q, q; \
	VMULPS s, q, q; \
	VADDPS Y8, q, q; \
	VMULPS x, p, p; \
	VDIVPS q, p, x

// SIGMOID is curveSigmoid.
#define SIGMOID(x, s, p, q) \
	VMULPS Y7, x, x; \
	TANH(x, s, p, q); \
	VMULPS Y7, x, x; \
	VADDPS Y7, x, x

// func updateCellAVX2(gates, memory *float32, output *int8, n, hidden int, curve *float32)
// n units, a multiple of 8, of a layer of hidden units.
TEXT ·updateCellAVX2(SB), NOSPLIT, $0-48
	MOVQ gates+0(FP), DI
	MOVQ memory+8(FP), SI
	MOVQ output+16(FP), BX
	MOVQ n+24(FP), CX
	MOVQ hidden+32(FP), R8
	MOVQ curve+40(FP), AX
	SHLQ $2, R8
	LEAQ (R8)(R8*2), R9
	VBROADCASTSS END(AX), Y15
	VBROADCASTSS MINUS(AX), Y14
	VBROADCASTSS A2(AX), Y13
	VBROADCASTSS A1(AX), Y12
	VBROADCASTSS A0(AX), Y11
	VBROADCASTSS B2(AX), Y10
	VBROADCASTSS B1(AX), Y9
	VBROADCASTSS ONE(AX), Y8
	VBROADCASTSS HALF(AX), Y7

units:
	VMOVUPS (DI), Y0
	SIGMOID(Y0, Y4, Y5, Y6)
	VMOVUPS (DI)(R9*1), Y1
	TANH(Y1, Y4, Y5, Y6)
	VMULPS Y1, Y0, Y0
	VMOVUPS (DI)(R8*1), Y2
	SIGMOID(Y2, Y4, Y5, Y6)
	VMULPS (SI), Y2, Y2
	VADDPS Y2, Y0, Y0
	VMOVUPS Y0, (SI)
	TANH(Y0, Y4, Y5, Y6)
	VMOVUPS (DI)(R8*2), Y3
	SIGMOID(Y3, Y4, Y5, Y6)
	VMULPS Y0, Y3, Y3
	VBROADCASTSS UNIT(AX), Y1
	VMULPS Y1, Y3, Y3
	VCVTPS2DQ Y3, Y3
	VEXTRACTI128 $1, Y3, X2
	VPACKSSDW X2, X3, X3
	VPACKSSWB X3, X3, X3
	VMOVQ X3, (BX)
	ADDQ $32, DI
	ADDQ $32, SI
	ADDQ $8, BX
	SUBQ $8, CX
	JNZ  units
	VZEROUPPER
	RET
