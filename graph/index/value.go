package index

import (
	"encoding/binary"
	"math"
	"time"

	"github.com/cayleygraph/quad"
)

// kind is the type of a value; together with its text it is the value. Files
// hold these numbers: add at the end, change none.
type kind uint8

const (
	noKind kind = iota // of None alone
	iriKind
	stringKind
	blankKind
	intKind
	floatKind
	boolKind
	timeKind
	langKind  // text: length of the string, string, language
	typedKind // text: length of the string, string, type
	lastKind  = typedKind
)

// encode writes a value as kind and text; values are equal when both are.
func encode(v quad.Value) (kind, string) {
	switch v := v.(type) {
	case nil:
		return noKind, ""
	case quad.IRI:
		return iriKind, string(v)
	case quad.String:
		return stringKind, string(v)
	case quad.BNode:
		return blankKind, string(v)
	case quad.Int:
		return intKind, word(uint64(v))
	case quad.Float:
		return floatKind, word(math.Float64bits(float64(v)))
	case quad.Bool:
		if v {
			return boolKind, "\x01"
		}
		return boolKind, "\x00"
	case quad.Time:
		t := time.Time(v)
		return timeKind, word(uint64(t.Unix())) + word(uint64(t.Nanosecond()))
	case quad.LangString:
		return langKind, pair(string(v.Value), v.Lang)
	case quad.TypedString:
		return typedKind, pair(string(v.Value), string(v.Type))
	case quad.TypedStringer:
		return encode(v.TypedString())
	}
	return stringKind, quad.ToString(v)
}

// decode is the inverse of encode, on texts that are wellFormed.
func (k kind) decode(text string) quad.Value {
	switch k {
	case iriKind:
		return quad.IRI(text)
	case stringKind:
		return quad.String(text)
	case blankKind:
		return quad.BNode(text)
	case intKind:
		return quad.Int(number(text))
	case floatKind:
		return quad.Float(math.Float64frombits(number(text)))
	case boolKind:
		return quad.Bool(text == "\x01")
	case timeKind:
		return quad.Time(time.Unix(int64(number(text[:wordSize])), int64(number(text[wordSize:]))).UTC())
	case langKind:
		s, lang, _ := unpair(text)
		return quad.LangString{Value: quad.String(s), Lang: lang}
	case typedKind:
		s, of, _ := unpair(text)
		return quad.TypedString{Value: quad.String(s), Type: quad.IRI(of)}
	}
	return nil
}

// wellFormed tells whether a text can be one of the kind.
func (k kind) wellFormed(text string) bool {
	switch k {
	case iriKind, stringKind, blankKind:
		return true
	case intKind, floatKind:
		return len(text) == wordSize
	case boolKind:
		return text == "\x00" || text == "\x01"
	case timeKind:
		return len(text) == 2*wordSize
	case langKind, typedKind:
		_, _, ok := unpair(text)
		return ok
	}
	return false
}

const wordSize = 8

func word(n uint64) string {
	var b [wordSize]byte
	binary.LittleEndian.PutUint64(b[:], n)
	return string(b[:])
}

func number(text string) uint64 { return binary.LittleEndian.Uint64([]byte(text)) }

func pair(first, second string) string { return word(uint64(len(first))) + first + second }

func unpair(text string) (first, second string, ok bool) {
	if len(text) < wordSize {
		return "", "", false
	}
	n, rest := number(text[:wordSize]), text[wordSize:]
	if n > uint64(len(rest)) {
		return "", "", false
	}
	return rest[:n], rest[n:], true
}
