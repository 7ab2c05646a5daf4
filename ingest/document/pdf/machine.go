package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"unicode/utf16"

	"github.com/klippa-app/go-pdfium"
	"github.com/tetratelabs/wazero/api"
)

// machine calls the functions of one instance of PDFium by their C names. To
// call into WebAssembly costs a microsecond and more, so what is called for each
// word is called without go-pdfium's wrappers, which call a dozen times where
// once would do.
//
// The first call that fails (PDFium trapped, ran out of memory, or the context
// ended) leaves its error in err; those after it do nothing and answer 0.
type machine struct {
	ctx     context.Context
	module  api.Module
	known   map[string]api.Function
	results uint32 // where functions leave what they answer through pointers: 6 numbers of 8 bytes
	err     error
}

// pointer is an address in the memory of an instance; 0 is none.
type pointer = uint64

var errFunction = errors.New("a function is missing in this build of PDFium")

// newMachine takes over an instance.
func newMachine(ctx context.Context, instance pdfium.Pdfium) (*machine, error) {
	// go-pdfium exports the module, but of a type that is its own.
	holder := reflect.Indirect(reflect.ValueOf(instance.GetImplementation()))
	if holder.Kind() != reflect.Struct || !holder.FieldByName("Module").IsValid() {
		return nil, fmt.Errorf("%w: go-pdfium holds its module elsewhere", errFunction)
	}
	module, ok := holder.FieldByName("Module").Interface().(api.Module)
	if !ok {
		return nil, fmt.Errorf("%w: go-pdfium holds another module", errFunction)
	}
	m := &machine{ctx: ctx, module: module, known: map[string]api.Function{}}
	m.results = uint32(m.allocate(6 * 8))
	return m, m.err
}

// call calls a function and returns its result, 0 where it has none.
func (m *machine) call(name string, arguments ...uint64) uint64 {
	if m.err != nil {
		return 0
	}
	f := m.known[name]
	if f == nil {
		if f = m.module.ExportedFunction(name); f == nil {
			m.err = fmt.Errorf("%w: %s", errFunction, name)
			return 0
		}
		m.known[name] = f
	}
	var stack [8]uint64
	copy(stack[:], arguments)
	if err := f.CallWithStack(m.ctx, stack[:]); err != nil {
		m.err = errTrap // what wazero says of it is about PDFium's code
		return 0
	}
	return stack[0]
}

// fail leaves an error, unless there is one.
func (m *machine) fail(err error) {
	if m.err == nil {
		m.err = err
	}
}

// truth calls a function that answers whether it could.
func (m *machine) truth(name string, arguments ...uint64) bool {
	return int32(m.call(name, arguments...)) != 0
}

// integer calls a function that answers with a number, which may be negative.
func (m *machine) integer(name string, arguments ...uint64) int {
	return int(int32(m.call(name, arguments...)))
}

// allocate returns new memory. Nothing is ever freed but by the end of the
// instance, except where a caller does.
func (m *machine) allocate(bytes int) pointer {
	p := m.call("malloc", uint64(bytes))
	if p == 0 {
		m.fail(errMemory)
	}
	return p
}

func (m *machine) free(p pointer) { m.call("free", p) }

// errTrap is the end of a call that did not return.
var errTrap = errors.New("PDFium gave up: it is not well formed, or unpacks to more than one file may")

// errMemory is the end of the memory that an instance may take.
var errMemory = errors.New("it takes more memory than one file may")

// write puts bytes into new memory.
func (m *machine) write(raw []byte) pointer {
	p := m.allocate(len(raw) + 1)
	if m.err == nil && !(m.module.Memory().Write(uint32(p), raw) && m.module.Memory().WriteByte(uint32(p)+uint32(len(raw)), 0)) {
		m.err = errMemory
	}
	return p
}

// read copies bytes.
func (m *machine) read(p pointer, bytes int) []byte {
	if m.err != nil || bytes <= 0 {
		return nil
	}
	view, ok := m.module.Memory().Read(uint32(p), uint32(bytes))
	if !ok {
		m.err = errMemory
		return nil
	}
	return append([]byte(nil), view...)
}

// result returns the address of the i-th number that functions answer with.
func (m *machine) result(i int) pointer { return uint64(m.results) + uint64(i)*8 }

// double is the i-th answer of a function that answers with doubles.
func (m *machine) double(i int) float64 {
	f, _ := m.module.Memory().ReadFloat64Le(uint32(m.result(i))) // the memory is ours
	return f
}

// single is the i-th of the floats that follow one another at the first result.
func (m *machine) single(i int) float64 {
	f, _ := m.module.Memory().ReadFloat32Le(m.results + uint32(i)*4)
	return float64(f)
}

// doubleOf is a result that is a double itself.
func doubleOf(bits uint64) float64 { return math.Float64frombits(bits) }

// wide calls a function that writes UTF-16 into a buffer whose address and size
// it takes last, and answers how many bytes it needs.
func (m *machine) wide(most int, name string, arguments ...uint64) string {
	size := m.integer(name, append(arguments, 0, 0)...)
	if size <= 2 || size > most {
		return ""
	}
	at := m.allocate(size)
	m.call(name, append(arguments, at, uint64(size))...)
	units := utf16Of(m.read(at, size))
	m.free(at)
	return string(utf16.Decode(units))
}

// utf16Of reads UTF-16, little end first, up to the terminating zero.
func utf16Of(raw []byte) []uint16 {
	units := make([]uint16, 0, len(raw)/2)
	for i := 0; i+1 < len(raw); i += 2 {
		u := uint16(raw[i]) | uint16(raw[i+1])<<8
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	return units
}
