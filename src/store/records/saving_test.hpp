// SPDX-License-Identifier: Apache-2.0
// A save as a use case does it, for tests of what survives: the part locked, packet and answer that stands
// read, the next version kept with its history, the audit entry appended.
#pragma once

#include <algorithm>
#include <set>

#include "app/installation/verify_audit.hpp"
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {

// What was saved: an item's version.
struct Saved {
  std::int64_t item = 0;
  std::int64_t version = 0;

  friend auto operator<=>(const Saved&, const Saved&) = default;
};

inline std::string name_of_item(std::int64_t item) {
  return "item" + std::to_string(item);
}

// Returns the version that it kept.
inline std::int64_t save_next_version(app::Records& records, const Sample& sample, std::int64_t item) {
  const auto part = records.rounds.participation(sample.sheet, true);
  const auto packet = records.rounds.packet(sample.sheet, "students", false);
  if (!part || !packet) throw std::logic_error("the sample is not there");
  const auto standing = records.sheets.answer(sample.sheet, {"", name_of_item(item)});
  const std::int64_t version = standing ? standing->version + 1 : 1;
  auto answer = sealed_answer(name_of_item(item), version, sample.ann.id);
  answer.sealed = std::string(200, 's');
  records.sheets.keep(sample.sheet, answer);
  records.audit.append({sample.school.id.text(), sample.ann.id.text(), "answer.save",
                        "2026 shared " + answer.place.item + " " + std::to_string(version), ""},
                       {4000 + version});
  return version;
}

// `told(saved)` when it is on disk, on a thread of the database.
template <class Told>
void save_later(app::Database& database, const Sample& sample, std::int64_t item, Told told) {
  const auto saved = std::make_shared<Saved>(Saved{item, 0});
  database.save(
      {sample.sheet, {"", name_of_item(item)}, "students", {}},
      [&sample, saved](app::Records& records) {
        saved->version = save_next_version(records, sample, saved->item);
      },
      [saved, told](std::exception_ptr failure) {
        if (!failure) told(*saved);
      });
}

inline void add_packet(app::Records& records, const Sample& sample) {
  records.rounds.keep(packet_of(sample.sheet, "students"));
}

// All that was saved and acknowledged is there; each version has its history and its entry in the log, no
// more and no fewer; the log's chains hold. Returns how many of `acknowledged` are lost.
inline std::size_t check_what_survived(app::Database& database, const Sample& sample,
                                       const std::set<Saved>& acknowledged) {
  std::set<Saved> found;
  database.read([&](app::Records& records) {
    for (const app::SealedAnswer& answer : records.sheets.whole_history(sample.sheet))
      found.insert({std::stoll(answer.place.item.substr(4)), answer.version});
    std::int64_t versions = 0;
    for (const app::SealedAnswer& answer : records.sheets.answers(sample.sheet)) versions += answer.version;
    EXPECT_EQ(versions, static_cast<std::int64_t>(found.size()));
    const app::AuditVerdict verdict = app::verify_audit(records.audit);
    EXPECT_TRUE(verdict.broken.empty());
    EXPECT_EQ(verdict.entries, versions);
  });
  return static_cast<std::size_t>(
      std::ranges::count_if(acknowledged, [&](const Saved& saved) { return !found.contains(saved); }));
}

}  // namespace smm::store::records
