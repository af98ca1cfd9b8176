// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/differences.hpp"

#include <algorithm>
#include <array>

#include "outcomes/registry/person_fields.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr Code no_such_text = 0xffffffff;
constexpr Row persons_between = 500'000;  // calls of now_and_then

// The code of every text of one dictionary in the other; both are in the same order.
std::vector<Code> codes_in(const Dictionary& from, const Dictionary& into) {
  std::vector<Code> codes(from.size(), no_such_text);
  Code other = 0;
  for (Code code = 0; code < from.size(); ++code) {
    const std::string_view text = from.text(code);
    while (other < into.size() && compare_folded(into.text(other), text) < 0) ++other;
    if (other < into.size() && into.text(other) == text) codes[code] = other;
  }
  return codes;
}

class SnapshotComparison {
 public:
  SnapshotComparison(const Snapshot& before, const Snapshot& after)
      : before_(before), after_(after), still_there_(after.persons()) {
    for (std::size_t at = 0; at < words_count; ++at)
      codes_[at] =
          codes_in(before.dictionary(static_cast<Words>(at)), after.dictionary(static_cast<Words>(at)));
  }

  std::vector<Change> run(const std::function<void()>& now_and_then) {
    for (Row row = 0; row < before_.persons(); ++row) {
      if (now_and_then && row % persons_between == 0) now_and_then();
      const auto found = row_after(before_.npi(row));
      if (!found) {
        changes_.push_back({before_.npi(row), "listed", "yes", ""});
        continue;
      }
      still_there_[*found] = true;
      if (!same(row, *found)) compare(row, *found);
    }
    for (Row row = 0; row < after_.persons(); ++row)
      if (!still_there_[row]) changes_.push_back({after_.npi(row), "listed", "", "yes"});
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& one, const Change& other) { return one.npi < other.npi; });
    return std::move(changes_);
  }

 private:
  // Files keep their order from month to month, so the next row is the first guess.
  std::optional<Row> row_after(std::uint32_t npi) {
    if (guess_ < after_.persons() && after_.npi(guess_) == npi) return guess_++;
    const auto found = after_.find(*Npi::of_number(npi));
    if (found) guess_ = *found + 1;
    return found;
  }

  bool same_code(Words words, Code one, Code other) const {
    const auto& codes = codes_[static_cast<std::size_t>(words)];
    return one < codes.size() && codes[one] == other;
  }

  bool same_postal(PostalCode one, PostalCode other) const {
    if (one.is_text() && other.is_text()) return same_code(Words::postal_texts, one.number(), other.number());
    return one == other;
  }

  bool same(Row one, Row other) const {
    using enum Words;
    return same_code(surnames, before_.last(one), after_.last(other)) &&
           same_code(given_names, before_.first(one), after_.first(other)) &&
           same_code(given_names, before_.middle(one), after_.middle(other)) &&
           same_code(suffixes, before_.suffix(one), after_.suffix(other)) &&
           same_code(credentials, before_.credential(one), after_.credential(other)) &&
           before_.sex(one) == after_.sex(other) && before_.enumerated(one) == after_.enumerated(other) &&
           before_.updated(one) == after_.updated(other) && same_standing(one, other) &&
           same_addresses(one, other) && same_taxonomies(one, other) && same_other_names(one, other) &&
           same_medicare(one, other);
  }

  bool same_standing(Row one, Row other) const {
    const Standing first = before_.standing(one);
    const Standing second = after_.standing(other);
    return first.deactivated == second.deactivated && first.reactivated == second.reactivated &&
           same_code(Words::reasons, first.reason, second.reason);
  }

  bool same_addresses(Row one, Row other) const {
    const auto first = before_.addresses(one);
    const auto second = after_.addresses(other);
    return std::equal(
        first.begin(), first.end(), second.begin(), second.end(), [this](const Address& a, const Address& b) {
          return a.source == b.source && a.street == b.street && same_postal(a.postal, b.postal) &&
                 same_code(Words::cities, a.city, b.city) && same_code(Words::states, a.state, b.state) &&
                 same_code(Words::countries, a.country, b.country);
        });
  }

  bool same_taxonomies(Row one, Row other) const {
    const EntryRange first = before_.taxonomies_of(one);
    const EntryRange second = after_.taxonomies_of(other);
    if (first.size() != second.size()) return false;
    for (std::uint32_t at = 0; at < first.size(); ++at) {
      const Taxonomy a = before_.taxonomy(first.begin + at);
      const Taxonomy b = after_.taxonomy(second.begin + at);
      if (a.slot != b.slot || a.primary != b.primary || !same_code(Words::taxonomies, a.code, b.code) ||
          !same_code(Words::states, a.licence_state, b.licence_state) ||
          before_.licence(one, first.begin + at) != after_.licence(other, second.begin + at))
        return false;
    }
    return true;
  }

  bool same_other_names(Row one, Row other) const {
    const auto first = before_.other_names(one);
    const auto second = after_.other_names(other);
    return std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [this](const OtherName& a, const OtherName& b) {
                        return a.kind == b.kind && same_code(Words::surnames, a.last, b.last) &&
                               same_code(Words::given_names, a.first, b.first) &&
                               same_code(Words::given_names, a.middle, b.middle);
                      });
  }

  bool same_medicare(Row one, Row other) const {
    const auto first = before_.medicare(one);
    const auto second = after_.medicare(other);
    if (!first || !second) return first.has_value() == second.has_value();
    return first->graduation_year == second->graduation_year &&
           same_code(Words::schools, first->school, second->school);
  }

  void compare(Row one, Row other) {
    for (const PersonField& field : person_fields()) {
      std::string first = field.text(before_, one);
      std::string second = field.text(after_, other);
      if (first != second)
        changes_.push_back({before_.npi(one), field.name, std::move(first), std::move(second)});
    }
  }

  const Snapshot& before_;
  const Snapshot& after_;
  std::array<std::vector<Code>, words_count> codes_;
  std::vector<bool> still_there_;
  Row guess_ = 0;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> differences(const Snapshot& before, const Snapshot& after,
                                const std::function<void()>& now_and_then) {
  return SnapshotComparison(before, after).run(now_and_then);
}

}  // namespace smm::outcomes::registry
