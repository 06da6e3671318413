package compound

import (
	"strings"
	"sync"
)

// endings are those of nouns, adjectives and verbs in both Bokmål and Nynorsk, with and without
// the genitive's s.
var endings = lazily(`a e t r n d s en er et es te ene ens ers ets enes ande ende ane ar ne nes ns rs
	ere erne est este are as de ste dde des tes ete ast`)

// suffixes look like words but end one: bruker|ne, hemmelig|het.
var suffixes = lazily(`ens ets enes nes ete ene ers tet ten ane anes aste este ande ende ert erte ertes
	ers let isk iske tisk tiske ing inga ingen inger ingene ring ringa ringar ringen ringer ringene
	het heten heter hetene hetens hets heit heita heiter heitene heits skap kap kapet kaps lig som sam
	ism isme ismen else elsen elser ist ister log loger logen bar bart bare sel ning inne rende tør ere
	erne ste are ase dom dommen ell elle ette ent ant oner arisk al ale ering eringen eringa men met
	mene mens res ses sar tidig tidige`)

// joining are the ends of words that take a joining s.
var joining = [][]rune{
	[]rune("ing"), []rune("sjon"), []rune("het"), []rune("heit"), []rune("skap"), []rune("tet"),
	[]rune("dom"), []rune("else"), []rune("nad"), []rune("leik"), []rune("itut"), []rune("um"),
}

// prefixes are parts after which a word is divided, but not before its other joints are.
var prefixes = lazily(`for gjen sam over under opp til fra mot med mis van etter fore unn ved fram frem
	bort ned tilbake hen her der inn ut om på av an be er u`)

// IsEnding reports whether a stem may end in s: an empty s, for one.
func IsEnding(s string) bool { return s == "" || endings()[s] }

// IsSuffix reports whether s never is the last part of a compound.
func IsSuffix(s string) bool { return suffixes()[s] }

// Prefixes lists the prefixes.
func Prefixes() []string {
	var all []string
	for p := range prefixes() {
		all = append(all, p)
	}
	return all
}

func isEnding(letters []rune) bool { return len(letters) == 0 || has(endings(), letters) }
func isSuffix(letters []rune) bool { return has(suffixes(), letters) }
func isPrefix(letters []rune) bool { return has(prefixes(), letters) }

// has looks letters up without making a string of them.
func has(words map[string]bool, letters []rune) bool {
	var buffer [16]byte
	if len(letters) > len(buffer)/2 {
		return false
	}
	b := buffer[:0]
	for _, r := range letters {
		if r >= 0x800 { // no Norwegian letter, and three bytes
			return false
		}
		b = appendRune(b, r)
	}
	return words[string(b)]
}

func appendRune(b []byte, r rune) []byte {
	if r < 0x80 {
		return append(b, byte(r))
	}
	return append(b, 0xc0|byte(r>>6), 0x80|byte(r&0x3f))
}

// lazily is the set of some words, made when it is first asked for.
func lazily(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return set(words) })
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
