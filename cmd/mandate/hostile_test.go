package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// hostility makes scripts that try to hang the server, to fill its memory, to
// break out of their session or to crash what reads them. The same seed makes
// the same scripts.
type hostility struct{ *rand.Rand }

func newHostility(seed uint64) hostility { return hostility{rand.New(rand.NewPCG(seed, 0))} }

func (h hostility) of(list ...string) string { return list[h.IntN(len(list))] }

// script is an attack, at times hidden in something else.
func (h hostility) script() string {
	text := h.attack()
	for h.IntN(3) == 0 {
		text = h.wrapped(text)
	}
	if h.IntN(8) == 0 {
		text = h.tampering() + ";" + text
	}
	if h.IntN(10) == 0 {
		text = h.damaged(text)
	}
	return text
}

func (h hostility) attack() string {
	attacks := []func() string{
		h.loop, h.allocation, h.recursion, h.output, h.tampering, h.regexp, h.compiled,
		h.comparator, h.thrown, h.unicode, h.nested, h.path, h.iterated, h.cyclic,
	}
	return attacks[h.IntN(len(attacks))]()
}

// wrapped hides a script in another construct of the language.
func (h hostility) wrapped(text string) string {
	return fmt.Sprintf(h.of(
		"try { %s } catch (e) { g.emit('' + e) }",
		"(function() { %s })()",
		"(() => { %s })()",
		"g.V().forEach(function(d) { %s })",
		"[3, 2, 1].sort(function(a, b) { %s; return a - b })",
		"var o = {get x() { %s; return 1 }}; o.x",
		"var o = {toString: function() { %s; return 'a' }}; '' + o; g.V(o)",
		"var o = {valueOf: function() { %s; return 1 }}; o * o; g.V().limit(o).all()",
		"JSON.stringify({toJSON: function() { %s }})",
		"new Proxy({}, {get: function() { %s }}).x",
		"'abc'.replace(/b/g, function() { %s; return 'x' })",
		"Array.from({length: 3}, function() { %s })",
		"class C { constructor() { %s } } new C()",
		"function* f() { %s; yield 1 } for (const x of f()) g.emit(x)",
		"async function f() { %s } f(); g.emit(1)",
		"Promise.resolve().then(function() { %s })",
		"for (let i = 0; i < 3; i++) { %s }",
		"switch (1) { default: %s }",
		"label: { %s; break label }",
		"Function(%q)()",
		"eval(%q)",
	), text)
}

func (h hostility) loop() string {
	return h.of(
		"while (true) {}", "for (;;);", "do {} while (1)", "for (;;) { try { for (;;); } catch (e) {} }",
		"for (;;) { try { for (;;); } finally { continue } }", "var a = [1]; for (var x of a) a.push(x)",
		"for (;;) g.V().count()", "for (;;) g.V().out().in().toArray()", "g.V().forEach(function() { for (;;); })",
		"var m = new Map([[1, 1]]); for (var k of m.keys()) { m.delete(k); m.set(k + 1, 1) }",
		"var s = new Set([0]); s.forEach(function(x) { s.add(x + 1) })", "for (;;) { g.emit; }",
		"function* f() { for (;;) yield 1 } for (var x of f());", "var o = {get a() { return o.a }}; for (;;) { try { o.a } catch (e) {} }",
		"new Promise(function f(r) { r(); Promise.resolve().then(f) })", "(async function f() { for (;;) await 1 })()",
	)
}

// allocation takes memory through every native that can take much in one call.
func (h hostility) allocation() string {
	n := h.of("1e7", "1e8", "1e9", "4e9", "8e9", "2**31-1", "2**32-1", "2**53-1", "Infinity", "-1")
	return strings.ReplaceAll(h.of(
		"'a'.repeat(N)", "'a'.padStart(N)", "'a'.padEnd(N, 'bc')", "Array(N).fill(0)", "Array(N).join('x')", "new Array(N).toString()",
		"Array.from({length: N})", "[...Array(N)]", "[].concat(Array(N), Array(N))", "Array.apply(null, Array(N))", "Array(N).map(function() { return [] })",
		"new ArrayBuffer(N)", "new Uint8Array(N)", "new Float64Array(N).fill(1)", "new ArrayBuffer(N).slice(0)", "Uint8Array.from({length: N})",
		"var a = []; a.length = N; a.sort()", "var a = []; a[N] = 1; JSON.stringify(a)", "Math.max.apply(null, Array(N))", "String.fromCharCode.apply(null, Array(N))",
		"var s = 'a'; for (var i = 0; i < N; i++) s += s; g.emit(s)", "var a = []; for (var i = 0; i < N; i++) a.push(i); g.emit(a.length)",
		"var a = ['x']; for (var i = 0; i < 60; i++) a = [a, a]; '' + a", "var a = ['x']; for (var i = 0; i < 60; i++) a = [a, a]; JSON.stringify(a)",
		"var a = []; for (var i = 0; i < 60; i++) a = {l: a, r: a}; g.emit(a)", "var a = [1]; for (;;) a = a.concat(a)", "var a = [1]; for (;;) a = a.flatMap(function(x) { return [x, x] })",
		"var m = new Map(); for (var i = 0; i < N; i++) m.set(i, {})", "var o = {}; for (var i = 0; i < N; i++) o['k' + i] = i", "var f = []; for (;;) f.push(function() {})",
		"'x'.repeat(1e6).split('')", "'x'.repeat(1e6).split('').map(function(x) { return 'y'.repeat(1e6) })", "'x'.repeat(1e6).replace(/x/g, 'y'.repeat(1e6))",
		"encodeURIComponent('é'.repeat(N))", "escape('é'.repeat(N))", "JSON.parse('['.repeat(N))", "JSON.stringify('x', null, N)", "(0.1).toFixed(N)", "(25).toString(2).repeat(N)",
		"var t = String.raw({raw: {length: N}}, 'a')", "Object.fromEntries(Array(N).entries())", "Reflect.ownKeys('a'.repeat(N))", "new Date(N).toLocaleString().repeat(N)",
		"g.V().limit(N).skip(N).toArray(N)", "g.V().getLimit(N)", "g.V('a'.repeat(N)).all()", "var a = []; for (;;) a.push(g.V().tagArray())",
		"g.emit(Array(N))", "Symbol('a'.repeat(N)).toString()", "Array(N).reduceRight(function() {}, 0)", "Array(N).indexOf(1)", "Array(N).copyWithin(1, 0)", "Array(N).reverse()",
	), "N", n)
}

func (h hostility) recursion() string {
	return h.of(
		"function f() { f() } f()", "function f() { return f() + f() } f()", "var f = () => f(); f()", "function f() { [1].forEach(f) } f()",
		"function f() { try { f() } catch (e) { f() } } f()", "var o = {get a() { return this.a }}; o.a", "var o = {toString: function() { return '' + this }}; '' + o",
		"function f() { 'a'.replace(/a/, f) } f()", "function f() { g.V().forEach(f) } f()", "var p = new Proxy({}, {get: function(t, k, r) { return r[k] }}); p.x",
		"class A { constructor() { new A() } } new A()", "function* f() { yield* f() } [...f()]", "async function f() { await f() } f()",
		"function f() { eval('f()') } f()", "function f() { new Function('f()')() } f()", "function f() { JSON.stringify({toJSON: f}) } f()",
		"var f = function() {}; for (var i = 0; i < 1e6; i++) f = f.bind(null); f()", "var p = {}; for (var i = 0; i < 1e6; i++) p = Object.create(p); p.x",
		"var p = {}; for (var i = 0; i < 1e6; i++) p = new Proxy(p, {}); p.x", "var a = []; for (var i = 0; i < 1e6; i++) a = [a]; a.flat(Infinity)",
		"var a = []; for (var i = 0; i < 1e6; i++) a = [a]; JSON.stringify(a)", "var a = []; for (var i = 0; i < 1e6; i++) a = [a]; g.emit(a)", "var a = []; for (var i = 0; i < 1e6; i++) a = [a]; '' + a",
		"JSON.parse('['.repeat(1e6))", "JSON.parse('{\"a\":'.repeat(1e6))", "new RegExp('('.repeat(1e5) + ')'.repeat(1e5))", "eval('('.repeat(1e6))", "eval('['.repeat(1e5) + ']'.repeat(1e5))",
		"eval('1' + '+1'.repeat(1e6))", "eval('a.'.repeat(1e6) + 'b')", "eval('!'.repeat(1e6) + 1)", "Function('x', '{'.repeat(1e5) + '}'.repeat(1e5))()",
	)
}

func (h hostility) output() string {
	return h.of(
		"for (;;) g.emit(1)", "for (;;) g.emit('x'.repeat(1e6))", "for (;;) g.emit({a: [1, 2, {b: 3}]})", "g.emit('x'.repeat(1e9))", "for (;;) g.V().all()",
		"g.V().both().both().both().all()", "g.V().tag('a').out().tag('b').in().tag('c').out().tag('d').all()", "for (;;) g.V().getLimit(-1)", "g.emit(Array(1e6).fill('xxxxxxxxxx'))",
		"g.V().forEach(function(d) { g.emit(d); g.V().all() })", "g.V().map(function(d) { g.emit(d) })", "throw 'x'.repeat(1e8)", "throw new Error('x'.repeat(1e8))", "'x'.repeat(1e8)",
	)
}

// tampering overwrites what Gizmo and JavaScript rest on.
func (h hostility) tampering() string {
	return h.of(
		"Object.prototype.all = 1; g.V().all()", "Object.prototype.toJSON = function() { for (;;); }; g.emit({})", "Array.prototype.toJSON = function() { return this }; g.emit([1])",
		"Object.defineProperty(Object.prototype, 'id', {get: function() { throw 1 }}); g.V().all()", "Array.prototype[Symbol.iterator] = null; var [a] = [1]",
		"String.prototype.toString = function() { for (;;); }; g.V('a').all()", "Function.prototype.call = null; g.V().forEach(function() {})", "g.V = function() { return g }; g.V().all()",
		"graph.__proto__.V = 1; graph.V()", "g.__proto__ = null; g.V()", "Object.setPrototypeOf(g, null); g.emit(1)", "delete g.emit; g.emit(1)", "Object.freeze(g); g.V = 1; g.V().all()",
		"g.emit = g.V; g.emit(g)", "var p = g.V().__proto__; p.all = function() { for (;;); }; g.V().all()", "g.V().constructor.constructor('for (;;);')()", "this.constructor.constructor('return this')().x",
		"globalThis.g = null; g.V()", "Error.prototype.toString = function() { for (;;); }; throw new Error('a')", "Error.captureStackTrace = 1; null.x",
		"Object.defineProperty(this, 'g', {get: function() { return this.g }}); g", "RegExp.prototype.exec = function() { return {} }; 'a'.replace(/a/g, 'b')",
		"g.emit(g)", "g.emit(g.V())", "g.V(g)", "g.V(g.V())", "g.V().out(g)", "g.V().has(g, g)", "g.V().follow(g)", "g.V().s", "g.V().path.qs", "g.s.qs.close()", "g.V().and(null).all()", "g.V().forEach(null)",
		"var a = {}; a.__proto__ = a", "var a = Object.create(null); g.emit(a); g.V(a)", "Object.assign(g, {V: 1}); g.V()", "with (g) { V().all() }", "g.V.call(null).all()", "g.V.apply({}, [1]).all()", "g.V().all.call({})",
		"var v = g.V(); v.all.call(g)", "g.V().out.bind(1)().all()", "new g.V()", "g.loadNamespaces(); g.addNamespace('a', 'x'.repeat(1e6)); g.IRI('a:b')", "g.addDefaultNamespaces(); g.V(g.IRI('rdf:type')).all()",
		"iri(1)", "iri({})", "raw(null)", "lang('a')", "typed(1, 2)", "regex('(')", "regex('a{1000}{1000}')", "like(1)", "lt(g)", "lt(lt)", "gt([])", "iri.prototype = 1; iri('a')",
	)
}

func (h hostility) regexp() string {
	n := h.of("20", "28", "40", "1000", "100000")
	return strings.ReplaceAll(h.of(
		`/(a+)+$/.test('a'.repeat(N) + 'b')`, `/(x+x+)+y\1/.test('x'.repeat(N))`, `/^(([a-z])+.)+[A-Z]([a-z])+$/.test('a'.repeat(N))`, `/(?=(a+)+b)\1/.test('a'.repeat(N))`,
		`'a'.repeat(N).match(/(a?){N}a{N}/)`, `/(?:(?=a)a*)*\b\B\1()/.exec('a'.repeat(N))`, `'a'.repeat(N).split(/(?=(a*)*b)/)`, `'a'.repeat(N).replace(/(a*)*(?=b)/g, '$1$1$1')`,
		`new RegExp('(a{1,N}){1,N}').test('a')`, `new RegExp('\\' + N)`, `new RegExp('[' + 'a-z'.repeat(N) + ']')`, `new RegExp('|'.repeat(N))`, `/(?!)/g[Symbol.replace]('a', 'b')`, `/./y.lastIndex = N`,
		`g.V().filter(regex('(a*)*(b*)*', true)).all()`, `g.V().filter(regex('a{1000}', true)).all()`, `g.V().filter(like('%a'.repeat ? '%a%b%c%d' : '')).all()`, `g.V().filter(like('%'.repeat(N))).all()`,
	), "N", n)
}

func (h hostility) compiled() string {
	return h.of(
		"eval('for (;;);')", "Function('for (;;);')()", "(0, eval)('var g = null'); g.V()", "new Function('a'.repeat(1e7))", "eval('x'.repeat(1e8))", "eval('\"' + 'x'.repeat(1e7) + '\"')",
		"for (;;) eval('1')", "for (;;) Function('return 1')()", "setTimeout('for (;;);')", "require('fs')", "import('fs')", "eval('//# sourceMappingURL=/etc/passwd')", "new Function('//# sourceMappingURL=file:///etc/passwd')",
		"eval('var ' + Array(1e5).fill(0).map(function(_, i) { return 'v' + i }).join())", "eval('function f() {}'.repeat(1e5))", "eval('`${'.repeat(1e4) + '}`'.repeat(1e4))",
	)
}

func (h hostility) comparator() string {
	return h.of(
		"Array(1e5).fill(0).sort(function() { throw 1 })", "Array(1e5).fill(0).map(Math.random).sort(function() { return Math.random() - .5 })", "var a = [3, 1, 2]; a.sort(function() { a.length = 0; return 1 })",
		"var a = [3, 1, 2]; a.sort(function() { a.push(1); return -1 })", "[1, 2].sort(function() { return {valueOf: function() { for (;;); }} })", "[1, 2].sort(1)", "[1, 2].sort(function() { return NaN })",
		"new Uint8Array(10).sort(function() { throw null })", "[{}, {}].sort()", "[1, 2, 3].sort(function f(a, b) { return [a, b].sort(f) })",
	)
}

func (h hostility) thrown() string {
	return "throw " + h.of("1", "null", "undefined", "''", "{}", "[]", "g", "g.V()", "function() {}", "Symbol()", "new Proxy({}, {})", "{toString: function() { for (;;); }}", "{get message() { throw 1 }}",
		"Object.create(null)", "new Error()", "new Error({})", "NaN", "new (class extends Error {})", "new Date(NaN)", "/a/", "iri('a')", "lt(1)", "Promise.reject(1)", "new Map()", "(function*() {})()",
		"Object.assign(new Error('a'), {stack: g})", "new Error('\\u0000\\ud800')", "new AggregateError([1])", "{toString: null, valueOf: null}")
}

func (h hostility) unicode() string {
	var b strings.Builder
	for range 1 + h.IntN(40) {
		b.WriteRune(rune(h.IntN(0x11000)))
	}
	text := strings.ToValidUTF8(b.String(), "\ufffd")
	return fmt.Sprintf(h.of("g.V(%q).all()", "g.emit(%q)", "g.V().tag(%q).all()", "throw %q", "var o = {}; o[%q] = 1; g.emit(o)", "iri(%q)", "new RegExp(%q)", "%[1]s", "/*%[1]s*/ g.V().all()",
		"g.emit('\\ud800' + %q + '\\udc00')", "g.emit(%q.normalize('NFKD').repeat(1e6))", "JSON.parse(%q)", "g.emit(%q.toUpperCase().split('').reverse().join(''))"), text)
}

// nested is source that nests as deep as its length allows.
func (h hostility) nested() string {
	open, end := h.of("( )", "[ ]", "{ }", "(()=> )", "function(){ }", "[... ]", "`${ }`", "g.V().and( )", "!( )", "a?b: ", "x=> ", "new ", "- ", "typeof ", "{a: }", "if(1) ", "for(;;) ", "a=> "), ""
	open, end, _ = strings.Cut(open, " ")
	n := 1 + h.IntN(3000)
	return strings.Repeat(open, n) + h.of("", "1", "g.V()", "a") + strings.Repeat(end, h.IntN(2)*n)
}

// path is a path, plain or not, that takes long or much.
func (h hostility) path() string {
	steps := ""
	for range 1 + h.IntN(60) {
		steps += h.of(".out()", ".in()", ".both()", ".labels()", ".unique()", ".tag('a')", ".tag('b', 'c')", ".back('a')", ".order()", ".limit(5)", ".skip(3)", ".inPredicates()", ".outPredicates()", ".and(g.V())", ".or(g.V().in())",
			".except(g.V().out())", ".followRecursive(g.M().both())", ".followRecursive('<attribute>', -1)", ".follow(g.M().both().both())", ".followR(g.M().out())", ".save('<aim>', 'x')", ".saveOpt('<aim>', 'y')", ".has('<aim>')",
			".out(g.V().in())", ".labelContext(g.V())", ".filter(regex('.*', true))", ".is('a')", ".saveInPredicates('p')", ".filter(lt('z'))")
	}
	return "g.V()" + steps + h.of(".all()", ".count()", ".toArray()", ".tagArray()", ".toValue()", ".tagValue()", ".getLimit(-1)", ".forEach(function() {})", ".forEach(function(d) { g.emit(d) })", "")
}

func (h hostility) iterated() string {
	return h.of(
		"var o = {[Symbol.iterator]: function() { return {next: function() { return {} }} }}; [...o]", "var o = {[Symbol.iterator]: function() { return o }, next: function() { return o }}; for (var x of o);",
		"new Map({[Symbol.iterator]: function*() { for (;;) yield [{}, {}] }})", "Array.from({[Symbol.iterator]: function*() { for (;;) yield 1 }})", "Promise.all({[Symbol.iterator]: function*() { for (;;) yield 1 }})",
		"function* f() { try { yield 1 } finally { for (;;); } } for (var x of f()) break", "var [a, b] = {[Symbol.iterator]: 1}", "for (var k in new Proxy({}, {ownKeys: function() { return Array(1e7).fill('a') }}));",
		"for (var k in new Proxy({}, {ownKeys: function() { for (;;); }}));", "Object.keys(new Proxy([], {getOwnPropertyDescriptor: function() { throw 1 }}))", "g.emit(new Proxy({}, {ownKeys: function() { throw 1 }}))",
		"g.emit(new Proxy([], {get: function(t, k) { return k == 'length' ? 1e9 : 1 }}))", "g.V(new Proxy([], {get: function() { for (;;); }}))", "g.emit({get a() { for (;;); }})", "g.emit((function*() { for (;;) yield 1 })())",
		"g.emit({[Symbol.toPrimitive]: function() { for (;;); }})", "Symbol.iterator in 1", "new WeakMap([[1, 2]])", "Reflect.construct(g.V, [], Proxy)",
	)
}

func (h hostility) cyclic() string {
	return h.of(
		"var a = {}; a.a = a; g.emit(a)", "var a = []; a.push(a); g.V(a)", "var a = {}; a.a = a; JSON.stringify(a)", "var a = []; a[0] = a; '' + a", "var a = {}; a.a = [a, a]; g.V().tag(a)", "var a = []; a.push(a, a); g.V().out(a).all()",
		"var a = []; a.push(a, a); g.V().is(a).all()", "var a = []; a.push(a, a); g.V().has(a).all()", "var a = {}; for (var i = 0; i < 30; i++) a['k' + i] = a; g.V().save(a, 'b').all()", "var a = []; a.push(a, a); iri(a)",
		"var a = []; a.push(a); g.V().toArray(a)", "var a = []; a.push(a); g.V().forEach(a, function() {})", "var m = new Map(); m.set(m, m); g.emit(m)", "var a = []; a.push(a); a.flat(Infinity)", "var a = []; a.push(a); lt(a)", "var a = []; a.push(a, a); g.V().labelContext(a)",
		"var a = []; a.push(a, a); g.V().followRecursive(a).all()", "var a = []; a.push(a, a); regex(a)",
	)
}

// damaged is a script with a piece cut out, doubled or put somewhere else.
func (h hostility) damaged(text string) string {
	runes := []rune(text)
	from := h.IntN(len(runes) + 1)
	to := from + h.IntN(len(runes)-from+1)
	piece := string(runes[from:to])
	switch h.IntN(3) {
	case 0:
		return string(runes[:from]) + string(runes[to:])
	case 1:
		return string(runes[:from]) + piece + string(runes[from:])
	default:
		return piece + text
	}
}
