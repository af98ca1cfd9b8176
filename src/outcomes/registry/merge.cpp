// SPDX-License-Identifier: Apache-2.0
#include "outcomes/registry/merge.hpp"

#include <algorithm>
#include <atomic>

#include "outcomes/registry/built_rows.hpp"
#include "outcomes/registry/duplicate_rows.hpp"
#include "outcomes/registry/posting_lists.hpp"
#include "outcomes/registry/problems.hpp"
#include "outcomes/registry/snapshot_person.hpp"
#include "outcomes/registry/snapshot_writer.hpp"
#include "outcomes/registry/worker_threads.hpp"

namespace smm::outcomes::registry {
namespace {

constexpr Row rows_per_block = 4096;
constexpr int days_without_news = 6;

class Merging {
 public:
  Merging(const Snapshot& before, const Snapshot& update, BuildSpace& space, unsigned threads)
      : before_(before), update_(update), space_(space), threads_(threads) {}

  std::optional<base::Problem> run() {
    find_new_rows();
    lay_aside_rows();
    rows_.words.push_back(std::make_unique<ThreadWords>());  // of further files: there are none
    rows_.order = order_by_npi(rows_.npis);
    gather_bare();
    return write_snapshot(rows_, provenance(), space_.result(), threads_);
  }

 private:
  Row total() const { return before_.persons() + static_cast<Row>(new_rows_.size()); }

  void find_new_rows() {
    for (Row row = 0; row < update_.persons(); ++row)
      if (!before_.find(npi_of(update_.npi(row)))) new_rows_.push_back(row);
  }

  // A number in a snapshot that is no NPI shows damage.
  static Npi npi_of(std::uint32_t number) {
    const auto npi = Npi::of_number(number);
    if (!npi) snapshot_is_damaged();
    return *npi;
  }

  void lay_aside_rows() {
    rows_.npis.resize(total());
    rows_.blocks.resize((total() + rows_per_block - 1) / rows_per_block);
    for (unsigned thread = 0; thread < threads_; ++thread) {
      scratch_.push_back(space_.scratch());
      rows_.words.push_back(std::make_unique<ThreadWords>());
    }
    std::atomic<std::size_t> next = 0;
    on_threads(threads_, [&](unsigned thread) {
      RowBlock block;
      std::uint64_t end = 0;
      for (std::size_t at = next++; at < rows_.blocks.size(); at = next++) {
        fill(at, block, *rows_.words[thread]);
        rows_.blocks[at] = lay_aside(block, *scratch_[thread], end, thread);
      }
    });
  }

  void fill(std::size_t number, RowBlock& block, ThreadWords& words) {
    block.clear();
    PersonText person;
    MadeTexts made;
    const auto first = static_cast<Row>(number * rows_per_block);
    for (Row row = first; row < std::min(first + rows_per_block, total()); ++row) {
      read_merged(row, person, made);
      rows_.npis[row] = person.npi;
      block.add(person, words);
    }
  }

  void read_merged(Row row, PersonText& person, MadeTexts& made) const {
    if (row >= before_.persons())
      return read_person(update_, new_rows_[row - before_.persons()], person, made);
    const Npi npi = npi_of(before_.npi(row));
    if (const auto updated = update_.find(npi)) {
      read_person(update_, *updated, person, made);
      return keep_further(before_, row, person, made);
    }
    read_person(before_, row, person, made);
    if (const auto day = bare_day(npi.number())) person.deactivated = *day;
  }

  std::optional<Day> bare_day(std::uint32_t npi) const {
    std::uint32_t low = 0;
    for (std::uint32_t count = update_.bare_deactivations(); count > 0;) {
      const std::uint32_t half = count / 2;
      const bool below = update_.bare_deactivation(low + half).npi < npi;
      low = below ? low + half + 1 : low;
      count = below ? count - half - 1 : half;
    }
    if (low == update_.bare_deactivations() || update_.bare_deactivation(low).npi != npi) return std::nullopt;
    return update_.bare_deactivation(low).day;
  }

  // Numbers that have a person now are none of these any more.
  void gather_bare() {
    for (const Snapshot* snapshot : {&update_, &before_}) {
      for (std::uint32_t at = 0; at < snapshot->bare_deactivations(); ++at) {
        const BareDeactivation bare = snapshot->bare_deactivation(at);
        const Npi npi = npi_of(bare.npi);
        if (!before_.find(npi) && !update_.find(npi)) rows_.bare.push_back(bare);
      }
    }
    sort_bare_deactivations(rows_.bare);
  }

  Provenance provenance() const {
    Provenance merged = update_.provenance();
    const Provenance& old = before_.provenance();
    merged.previous = old.id;
    merged.first_day = old.first_day;
    merged.rows_read += old.rows_read;
    merged.organizations += old.organizations;
    merged.rejected += old.rejected;
    merged.updates = old.updates + 1;
    return merged;
  }

  const Snapshot& before_;
  const Snapshot& update_;
  BuildSpace& space_;
  unsigned threads_;
  std::vector<Row> new_rows_;  // of the update
  std::vector<std::unique_ptr<GrowingBytes>> scratch_;
  BuiltRows rows_;
};

}  // namespace

std::optional<base::Problem> refuse_update(Day reached, Day first, Day last, bool exact,
                                           const std::string& source) {
  const base::Place place{source, 0, 0};
  if (!reached.given() || !first.given() || !last.given())
    return base::Problem(
        problem::registry_days_unknown,
        "it is not known which days the snapshot or the update covers; keep the names that the "
        "files were published under",
        place);
  if (last <= reached)
    return base::Problem(
        problem::registry_update_old,
        "the update ends on " + to_iso(last) + ", and the snapshot already reaches to " + to_iso(reached),
        place);
  if (first.number > reached.number + 1 + (exact ? 0 : days_without_news))
    return base::Problem(problem::registry_update_gap,
                         "the update begins on " + to_iso(first) + ", but the snapshot reaches only to " +
                             to_iso(reached) + "; apply the updates between them first",
                         place);
  return std::nullopt;
}

std::optional<base::Problem> merge_update(const Snapshot& before, const Snapshot& update, BuildSpace& space,
                                          unsigned threads) {
  return Merging(before, update, space, threads).run();
}

}  // namespace smm::outcomes::registry
