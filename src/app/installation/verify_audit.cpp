// SPDX-License-Identifier: Apache-2.0
#include "app/installation/verify_audit.hpp"

#include <algorithm>
#include <set>

#include "crypto/hash_chain.hpp"

namespace smm::app {
namespace {

constexpr std::int64_t entries_at_once = 1000;

// One chain on its way from the first entry to the head.
class ChainWalk {
 public:
  ChainWalk(AuditLog& log, const std::string& chain, const std::vector<ChainHead>& noted)
      : log_(log), noted_(noted), at_{chain, 0, crypto::first_link(chain)} {}

  // Where the chain breaks, if it does.
  std::optional<BrokenChain> walk(const std::optional<ChainHead>& head);

  const ChainHead& end() const { return at_; }

 private:
  std::optional<BrokenChain> walk_entries();
  std::optional<BrokenChain> step(const KeptEntry& kept);
  std::optional<BrokenChain> held_against(const std::optional<ChainHead>& head) const;
  bool differs_from_note() const;
  BrokenChain broken(std::int64_t number, AuditBreak kind) const { return {at_.chain, number, kind}; }

  AuditLog& log_;
  const std::vector<ChainHead>& noted_;
  ChainHead at_;
};

bool ChainWalk::differs_from_note() const {
  return std::ranges::any_of(noted_, [&](const ChainHead& note) {
    return note.chain == at_.chain && note.number == at_.number && note.link != at_.link;
  });
}

std::optional<BrokenChain> ChainWalk::step(const KeptEntry& kept) {
  const std::int64_t number = at_.number + 1;
  if (kept.number != number) return broken(number, AuditBreak::entry_missing);
  if (kept.link != link_after(at_.link, kept)) return broken(number, AuditBreak::link_differs);
  at_.number = number;
  at_.link = kept.link;
  if (differs_from_note()) return broken(number, AuditBreak::note_differs);
  return std::nullopt;
}

std::optional<BrokenChain> ChainWalk::walk_entries() {
  for (;;) {
    const auto entries = log_.entries(at_.chain, at_.number + 1, entries_at_once);
    for (const KeptEntry& kept : entries) {
      if (const auto found = step(kept)) return found;
    }
    if (entries.empty()) return std::nullopt;
  }
}

std::optional<BrokenChain> ChainWalk::held_against(const std::optional<ChainHead>& head) const {
  if (head && head->number > at_.number) return broken(at_.number + 1, AuditBreak::end_missing);
  if (!head || *head != at_) return broken(at_.number, AuditBreak::head_differs);
  for (const ChainHead& note : noted_) {
    if (note.chain == at_.chain && note.number > at_.number)
      return broken(at_.number + 1, AuditBreak::end_missing);
  }
  return std::nullopt;
}

std::optional<BrokenChain> ChainWalk::walk(const std::optional<ChainHead>& head) {
  if (const auto found = walk_entries()) return found;
  return held_against(head);
}

std::optional<ChainHead> head_of(const std::vector<ChainHead>& heads, const std::string& chain) {
  const auto found = std::ranges::find(heads, chain, &ChainHead::chain);
  return found == heads.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

std::string_view to_string(AuditBreak kind) {
  switch (kind) {
    case AuditBreak::link_differs:
      return "link_differs";
    case AuditBreak::entry_missing:
      return "entry_missing";
    case AuditBreak::end_missing:
      return "end_missing";
    case AuditBreak::head_differs:
      return "head_differs";
    case AuditBreak::note_differs:
      return "note_differs";
  }
  return "";
}

AuditVerdict verify_audit(AuditLog& log, const std::vector<ChainHead>& noted) {
  AuditVerdict verdict;
  const std::vector<ChainHead> heads = log.heads();
  const std::vector<std::string> kept_chains = log.chains();
  std::set<std::string> chains(kept_chains.begin(), kept_chains.end());
  for (const ChainHead& note : noted) chains.insert(note.chain);
  for (const std::string& chain : chains) {
    ChainWalk walk(log, chain, noted);
    const auto found = walk.walk(head_of(heads, chain));
    verdict.entries += walk.end().number;
    if (found)
      verdict.broken.push_back(*found);
    else
      verdict.heads.push_back(walk.end());
  }
  return verdict;
}

}  // namespace smm::app
