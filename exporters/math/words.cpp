#include "math/words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace galpi::exporters::math {
namespace {

using enum MathWord;

struct Words {
  MathWord kind;
  std::string_view names;  ///< between spaces
};

constexpr std::array word_lists{
    Words{
        symbol,
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu "
        "nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma "
        "Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega digamma varkappa "
        "leq le geq ge neq ne equiv sim simeq approx cong propto ll gg subset subseteq subsetneq "
        "supset supseteq in ni notin prec succ preceq succeq perp mid nmid parallel models vdash "
        "dashv asymp doteq triangleq leqslant geqslant lesssim gtrsim ll lll ggg trianglelefteq "
        "pm mp times div cdot ast star circ bullet oplus otimes ominus odot oslash cap cup "
        "setminus "
        "wedge vee land lor sqcup sqcap uplus dagger ddagger amalg bigcirc diamond boxplus "
        "boxtimes ltimes rtimes triangle bigtriangleup bigtriangledown smallsetminus "
        "to gets rightarrow leftarrow Rightarrow Leftarrow leftrightarrow Leftrightarrow "
        "longrightarrow longleftarrow Longrightarrow Longleftarrow iff implies impliedby mapsto "
        "longmapsto hookrightarrow hookleftarrow uparrow downarrow Uparrow Downarrow updownarrow "
        "nearrow searrow swarrow nwarrow rightharpoonup rightleftharpoons rightsquigarrow "
        "infty partial nabla forall exists nexists neg lnot emptyset varnothing aleph hbar ell "
        "Re Im wp imath jmath angle top bot prime backslash square blacksquare Box checkmark "
        "surd natural sharp flat clubsuit heartsuit complement therefore because "
        "ldots cdots vdots ddots dots dotsc dotsb dotsm dotsi quad qquad thinspace medspace "
        "thickspace negthinspace colon lvert rvert lVert rVert "
        "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh "
        "tan tanh bmod displaystyle textstyle scriptstyle scriptscriptstyle"},
    Words{operation,
          "sum prod coprod int iint iiint oint bigcup bigcap bigoplus bigotimes bigodot bigvee "
          "bigwedge biguplus bigsqcup lim limsup liminf max min sup inf det gcd Pr injlim projlim"},
    Words{one,
          "hat bar vec dot ddot tilde check breve acute grave mathring widehat widetilde overline "
          "underline overrightarrow overleftarrow overbrace underbrace mathbf mathrm mathit mathsf "
          "mathtt mathnormal boldsymbol pmb bm operatorname pmod pod boxed phantom hphantom "
          "vphantom mod mathop mathbin mathrel mathord mathopen mathclose smash bold"},
    Words{two, "frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel"},
    Words{root, "sqrt"},
    Words{arrow, "xrightarrow xleftarrow"},
    Words{MathWord::text, "text textrm textbf textit textsf texttt textnormal textup mbox hbox"},
    Words{letters, "mathbb mathcal mathfrak mathscr Bbb"},
    Words{delimiter,
          "langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack vert Vert lgroup "
          "rgroup ulcorner urcorner llcorner lrcorner"},
    Words{big,
          "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm"},
    Words{rows, "substack"},
    Words{left, "left"},
    Words{right, "right"},
    Words{middle, "middle"},
    Words{begin, "begin"},
    Words{end, "end"},
    Words{dropped, "label nonumber notag"},
    Words{tag, "tag"},
    Words{MathWord::space, "hspace mspace"},
};

using WordMap = std::unordered_map<std::string_view, MathWord>;

WordMap make_words() {
  WordMap words;
  for (const Words& list : word_lists) {
    for (std::size_t at = 0; at < list.names.size();) {
      const std::size_t stop = std::min(list.names.find(' ', at), list.names.size());
      words.emplace(list.names.substr(at, stop - at), list.kind);
      at = stop + 1;
    }
  }
  return words;
}

struct Environment {
  std::string_view name;
  MathEnvironment as;
};

constexpr std::array environments{
    Environment{"equation", {"", false}},
    Environment{"displaymath", {"", false}},
    Environment{"math", {"", false}},
    Environment{"align", {"aligned", false}},
    Environment{"aligned", {"aligned", false}},
    Environment{"split", {"aligned", false}},
    Environment{"flalign", {"aligned", false}},
    Environment{"gather", {"gathered", false}},
    Environment{"gathered", {"gathered", false}},
    Environment{"multline", {"gathered", false}},
    Environment{"eqnarray", {"array", false}},
    Environment{"array", {"array", true}},
    Environment{"matrix", {"matrix", false}},
    Environment{"pmatrix", {"pmatrix", false}},
    Environment{"bmatrix", {"bmatrix", false}},
    Environment{"Bmatrix", {"Bmatrix", false}},
    Environment{"vmatrix", {"vmatrix", false}},
    Environment{"Vmatrix", {"Vmatrix", false}},
    Environment{"smallmatrix", {"smallmatrix", false}},
    Environment{"cases", {"cases", false}},
};

struct Character {
  char32_t character;
  std::string_view written;
};

constexpr std::array characters{
    Character{U'α', "\\alpha"},
    Character{U'β', "\\beta"},
    Character{U'γ', "\\gamma"},
    Character{U'δ', "\\delta"},
    Character{U'ε', "\\varepsilon"},
    Character{U'ζ', "\\zeta"},
    Character{U'η', "\\eta"},
    Character{U'θ', "\\theta"},
    Character{U'ι', "\\iota"},
    Character{U'κ', "\\kappa"},
    Character{U'λ', "\\lambda"},
    Character{U'μ', "\\mu"},
    Character{U'µ', "\\mu"},
    Character{U'ν', "\\nu"},
    Character{U'ξ', "\\xi"},
    Character{U'π', "\\pi"},
    Character{U'ρ', "\\rho"},
    Character{U'σ', "\\sigma"},
    Character{U'τ', "\\tau"},
    Character{U'υ', "\\upsilon"},
    Character{U'φ', "\\varphi"},
    Character{U'ϕ', "\\phi"},
    Character{U'χ', "\\chi"},
    Character{U'ψ', "\\psi"},
    Character{U'ω', "\\omega"},
    Character{U'ϵ', "\\epsilon"},
    Character{U'Γ', "\\Gamma"},
    Character{U'Δ', "\\Delta"},
    Character{U'∆', "\\Delta"},
    Character{U'Θ', "\\Theta"},
    Character{U'Λ', "\\Lambda"},
    Character{U'Ξ', "\\Xi"},
    Character{U'Π', "\\Pi"},
    Character{U'Σ', "\\Sigma"},
    Character{U'Φ', "\\Phi"},
    Character{U'Ψ', "\\Psi"},
    Character{U'Ω', "\\Omega"},
    Character{U'∑', "\\sum"},
    Character{U'∏', "\\prod"},
    Character{U'∫', "\\int"},
    Character{U'√', "\\surd"},
    Character{U'∞', "\\infty"},
    Character{U'∂', "\\partial"},
    Character{U'∇', "\\nabla"},
    Character{U'∀', "\\forall"},
    Character{U'∃', "\\exists"},
    Character{U'∅', "\\emptyset"},
    Character{U'∈', "\\in"},
    Character{U'∉', "\\notin"},
    Character{U'⊂', "\\subset"},
    Character{U'⊆', "\\subseteq"},
    Character{U'∪', "\\cup"},
    Character{U'∩', "\\cap"},
    Character{U'∧', "\\wedge"},
    Character{U'∨', "\\vee"},
    Character{U'¬', "\\neg"},
    Character{U'≤', "\\leq"},
    Character{U'≥', "\\geq"},
    Character{U'≠', "\\neq"},
    Character{U'≈', "\\approx"},
    Character{U'≡', "\\equiv"},
    Character{U'∼', "\\sim"},
    Character{U'∝', "\\propto"},
    Character{U'≪', "\\ll"},
    Character{U'≫', "\\gg"},
    Character{U'±', "\\pm"},
    Character{U'×', "\\times"},
    Character{U'÷', "\\div"},
    Character{U'·', "\\cdot"},
    Character{U'⋅', "\\cdot"},
    Character{U'∘', "\\circ"},
    Character{U'⊕', "\\oplus"},
    Character{U'⊗', "\\otimes"},
    Character{U'⊙', "\\odot"},
    Character{U'→', "\\to"},
    Character{U'←', "\\gets"},
    Character{U'⇒', "\\Rightarrow"},
    Character{U'⇔', "\\Leftrightarrow"},
    Character{U'↦', "\\mapsto"},
    Character{U'…', "\\ldots"},
    Character{U'⋯', "\\cdots"},
    Character{U'ℓ', "\\ell"},
    Character{U'ℝ', "\\mathbb{R}"},
    Character{U'ℕ', "\\mathbb{N}"},
    Character{U'ℤ', "\\mathbb{Z}"},
    Character{U'𝔼', "\\mathbb{E}"},
    Character{U'−', "-"},
    Character{U'∥', "\\parallel"},
    Character{U'⟨', "\\langle"},
    Character{U'⟩', "\\rangle"},
    Character{U'′', "\\prime"},
    Character{U'⊤', "\\top"},
    Character{U'⊥', "\\perp"},
};

}  // namespace

std::optional<MathWord> math_word(std::string_view name) {
  static const WordMap words = make_words();
  const auto found = words.find(name);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::optional<MathEnvironment> math_environment(std::string_view name) {
  if (name.ends_with('*')) name.remove_suffix(1);
  const auto* const found = std::ranges::find(environments, name, &Environment::name);
  if (found == environments.end()) return std::nullopt;
  return found->as;
}

std::string_view math_character(char32_t c) {
  const auto* const found = std::ranges::find(characters, c, &Character::character);
  return found == characters.end() ? std::string_view() : found->written;
}

}  // namespace galpi::exporters::math
