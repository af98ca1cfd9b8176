// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/similar_names.hpp"

#include <algorithm>
#include <numeric>

#include "outcomes/linkage/jaro_winkler.hpp"
#include "outcomes/linkage/parallel.hpp"

namespace smm::outcomes::linkage {
namespace {

Spelling classify(const NamePattern& pattern, std::string_view one, std::string_view other,
                  const Likeness& likeness) {
  if (one == other) return Spelling::equal;
  if (std::min(one.size(), other.size()) >= likeness.one_edit_from && within_one_edit(one, other))
    return Spelling::near;
  const double similarity = pattern.jaro_winkler(other);
  if (similarity >= likeness.near) return Spelling::near;
  return similarity >= likeness.alike ? Spelling::alike : Spelling::different;
}

constexpr unsigned wanted_per_piece = 256;

}  // namespace

Spelling spelling_of(std::string_view one, std::string_view other, const Likeness& likeness) {
  return classify(NamePattern(one), one, other, likeness);
}

NameSearch::NameSearch(std::vector<std::string_view> names, Likeness likeness)
    : names_(std::move(names)), likeness_(likeness), order_(names_.size()) {
  std::iota(order_.begin(), order_.end(), 0u);
  std::erase_if(order_, [&](std::uint32_t name) { return names_[name].empty(); });
  const auto key = [&](std::uint32_t name) { return std::pair(names_[name].size(), names_[name].front()); };
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  for (std::uint32_t i = 0; i < order_.size(); ++i) {
    const std::string_view name = names_[order_[i]];
    bits_.push_back(signature_of(name).bits);
    if (groups_.empty() || groups_.back().length != name.size() || groups_.back().first != name.front())
      groups_.push_back({name.size(), name.front(), i, i});
    groups_.back().end = i + 1;
  }
}

unsigned NameSearch::least_bits(std::string_view wanted, const LetterSignature& signature,
                                const Group& group) const {
  const std::size_t longer = std::max(wanted.size(), group.length);
  const std::size_t shorter = std::min(wanted.size(), group.length);
  const unsigned prefix = wanted.front() == group.first ? 4 : 0;
  unsigned least = common_letters_needed(wanted.size(), group.length, prefix, likeness_.alike);
  if (longer - shorter <= 1 && shorter >= likeness_.one_edit_from)
    least = std::min(least, static_cast<unsigned>(longer - 1));
  if (least > shorter) return 65;  // out of reach
  return least - std::min(least, signature.crowded);
}

void NameSearch::search_group(const Group& group, const std::vector<std::string_view>& wanted,
                              std::size_t begin, const std::vector<LetterSignature>& signatures,
                              std::vector<std::vector<std::uint32_t>>& found) const {
  const std::span bits(&bits_[group.begin], group.end - group.begin);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string_view name = wanted[begin + i];
    if (name.empty()) continue;
    const unsigned least = least_bits(name, signatures[i], group);
    if (least > 64) continue;
    const std::size_t before = found[i].size();
    scan_signatures(bits, signatures[i].bits, least, found[i]);
    for (std::size_t hit = before; hit < found[i].size(); ++hit) found[i][hit] += group.begin;
  }
}

std::vector<std::vector<SimilarName>> NameSearch::similar(const std::vector<std::string_view>& wanted,
                                                          unsigned threads) const {
  std::vector<std::vector<SimilarName>> result(wanted.size());
  const std::size_t pieces = (wanted.size() + wanted_per_piece - 1) / wanted_per_piece;
  in_parallel(threads, pieces, [&](std::size_t piece) {
    const auto [begin, end] = stretch(wanted.size(), pieces, piece);
    std::vector<LetterSignature> signatures;
    for (std::size_t i = begin; i < end; ++i) signatures.push_back(signature_of(wanted[i]));
    std::vector<std::vector<std::uint32_t>> found(end - begin);
    for (const Group& group : groups_) search_group(group, wanted, begin, signatures, found);
    for (std::size_t i = begin; i < end; ++i) {
      const NamePattern pattern(wanted[i]);
      for (const std::uint32_t hit : found[i - begin]) {
        const std::uint32_t name = order_[hit];
        const Spelling spelling = classify(pattern, wanted[i], names_[name], likeness_);
        if (spelling == Spelling::near || spelling == Spelling::alike) result[i].push_back({name, spelling});
      }
      std::sort(result[i].begin(), result[i].end());
    }
  });
  return result;
}

}  // namespace smm::outcomes::linkage
