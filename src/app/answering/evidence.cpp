// SPDX-License-Identifier: Apache-2.0
#include "app/answering/evidence.hpp"

#include <algorithm>

#include "app/answering/problems.hpp"
#include "app/answering/read_sheet.hpp"
#include "app/answering/sheet_open.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "assessment/evidence_kind.hpp"
#include "assessment/problems.hpp"
#include "assessment/utf8_text.hpp"
#include "base/assert.hpp"
#include "crypto/framing.hpp"

namespace smm::app {
namespace {

using assessment::EvidenceId;

base::Problem no_such_evidence() {
  return {installation_problem::not_there, "There is no such file or link, or it is not yours"};
}

Row evidence_row(const SheetKey& sheet, const EvidenceId& id) {
  return {"evidence", sheet.round.text(), id.text()};
}

std::string seal_piece(const Seals& seals, const SheetKey& sheet, const Evidence& evidence) {
  return seals.seal(evidence_row(sheet, evidence.id), crypto::framed({evidence.name, evidence.media_type}));
}

Evidence opened_piece(const Seals& seals, const SheetKey& sheet, const SealedEvidence& kept,
                      std::size_t place) {
  const auto fields = crypto::unframed(seals.open(evidence_row(sheet, kept.id), kept.sealed));
  SMM_ASSERT(fields && fields->size() == 2);
  return {kept.id, place, kept.file, (*fields)[0], (*fields)[1], kept.bytes, kept.by, kept.at, kept.removed};
}

// The chunk's number is part of its row, so that chunks cannot change places.
std::string seal_chunk(const Seals& seals, const EvidenceId& id, std::int64_t number,
                       std::string_view bytes) {
  const std::string at = std::to_string(number);
  return seals.seal({"evidence_chunk", id.text(), at}, bytes);
}

// Opens one chunk after the other, each in a read of its own.
class ChunkSource final : public base::ByteSource {
 public:
  ChunkSource(Database& database, Seals seals, EvidenceId id)
      : database_(database), seals_(std::move(seals)), id_(std::move(id)) {}

  std::size_t read(char* into, std::size_t capacity) override {
    if (at_ == chunk_.size()) next();
    const std::size_t count = std::min(capacity, chunk_.size() - at_);
    std::copy_n(chunk_.data() + at_, count, into);
    at_ += count;
    return count;
  }

 private:
  void next() {
    std::optional<std::string> sealed;
    database_.read([&](Records& records) { sealed = records.sheets.chunk(id_, number_); });
    const std::string at = std::to_string(number_++);
    chunk_ = sealed ? seals_.open({"evidence_chunk", id_.text(), at}, *sealed) : "";
    at_ = 0;
  }

  Database& database_;
  Seals seals_;
  EvidenceId id_;
  std::string chunk_;
  std::size_t at_ = 0;
  std::int64_t number_ = 0;
};

// Whether the answer that it supports may be written now: the same question as for a save.
std::optional<base::Problem> refusal_to_touch(Records& records, const Hand& hand, std::size_t place,
                                              base::Instant now) {
  const OpenSheet& sheet = hand.sheet;
  if (place >= sheet.plan->answers.size())
    return base::Problem(assessment::problem::not_yours, "This question was not handed to you");
  const auto part = records.rounds.participation(sheet.key(), true);
  const auto round = records.rounds.by_id(sheet.round.id);
  SMM_ASSERT(part && round);
  const auto packets = all_packets(records, sheet);
  const auto assignments = records.rounds.assignments(sheet.key());
  return assessment::refusal_to_write(*sheet.plan, sheet.plan->answers[place].place,
                                      {hand.actor.person.id, hand.standing}, {*part, packets, assignments},
                                      *round, now);
}

std::size_t count_at(Records& records, const OpenSheet& sheet, std::size_t place) {
  const auto all = records.sheets.evidence(sheet.key());
  return static_cast<std::size_t>(std::ranges::count_if(all, [&](const SealedEvidence& kept) {
    return !kept.removed && kept.place == sheet.plan->answers[place].place;
  }));
}

base::Result<Evidence> add_piece(Installation& installation, const Hand& hand, const Evidence& wanted,
                                 const Seals& seals, const std::vector<std::string>& chunks) {
  return change<Evidence>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Evidence>> {
        if (auto refused = refusal_to_touch(records, hand, wanted.place, now)) return *refused;
        if (count_at(records, hand.sheet, wanted.place) >= most_evidence_at_question)
          return base::Problem(answering_problem::evidence_too_much,
                               "A question holds at most " + std::to_string(most_evidence_at_question) +
                                   " files and links; remove one first",
                               {"upload", 0, 0});
        Evidence kept = wanted;
        kept.at = now;
        const auto& place = hand.sheet.plan->answers[kept.place].place;
        const SheetKey key = hand.sheet.key();
        records.sheets.add(key, SealedEvidence{kept.id, place, kept.file, seal_piece(seals, key, kept),
                                               kept.bytes, kept.by, now, std::nullopt});
        for (std::size_t i = 0; i < chunks.size(); ++i)
          records.sheets.add_chunk(kept.id, static_cast<std::int64_t>(i), chunks[i]);
        return Change<Evidence>(kept, told_by(hand, "evidence.add", place.item,
                                              (kept.file ? "file " : "link ") + kept.id.text()));
      });
}

// What the file is called, as far as it says it, with the ending that its content has.
std::string file_name(const std::string& given, assessment::EvidenceKind kind) {
  std::string name = assessment::is_plain_utf8(given) ? given : "";
  std::erase_if(name, [](char c) { return c == '/' || c == '\\' || c == '\n' || c == '\r' || c == '\t'; });
  name = name.substr(0, name.rfind('.'));
  if (name.size() > 150 || name.empty()) name = name.empty() ? "evidence" : "evidence " + name.substr(0, 40);
  if (!assessment::is_plain_utf8(name)) name = "evidence";
  return name + std::string(assessment::extension(kind));
}

bool is_link(const std::string& link) {
  const bool web = link.starts_with("https://") || link.starts_with("http://");
  return web && link.size() <= most_link_bytes &&
         std::ranges::all_of(link, [](char c) { return c > ' ' && c < 127 && c != '"' && c != '<'; });
}

std::optional<Evidence> piece_seen(Records& records, const Hand& hand, const Seals& seals,
                                   const EvidenceId& id) {
  const auto visible = seen_by(records, hand);
  for (const SealedEvidence& kept : records.sheets.evidence(hand.sheet.key())) {
    const auto place = hand.sheet.plan->find(kept.place);
    if (kept.id == id && !kept.removed && place && visible[*place])
      return opened_piece(seals, hand.sheet.key(), kept, *place);
  }
  return std::nullopt;
}

}  // namespace

base::Result<std::vector<Evidence>> evidence_seen(Installation& installation, const Hand& hand) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return look<std::vector<Evidence>>(
      installation.database, [&](Records& records) -> base::Result<std::vector<Evidence>> {
        const auto visible = seen_by(records, hand);
        std::vector<Evidence> all;
        for (const SealedEvidence& kept : records.sheets.evidence(hand.sheet.key())) {
          const auto place = hand.sheet.plan->find(kept.place);
          if (place && visible[*place]) all.push_back(opened_piece(*seals, hand.sheet.key(), kept, *place));
        }
        return all;
      });
}

base::Result<Evidence> add_link(Installation& installation, const Hand& hand, std::size_t place,
                                const std::string& link) {
  if (!is_link(link))
    return base::Problem(answering_problem::link_not_valid,
                         "Write a link that begins with https:// or http://", {"link", 0, 0});
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const Evidence wanted{EvidenceId::make(installation.random),
                        place,
                        false,
                        link,
                        "",
                        0,
                        hand.actor.person.id,
                        {},
                        std::nullopt};
  return add_piece(installation, hand, wanted, *seals, {});
}

base::Result<Evidence> add_file(Installation& installation, const Hand& hand, std::size_t place,
                                const std::string& name, std::string_view bytes) {
  const auto kind = assessment::evidence_kind(bytes);
  if (!kind) {
    base::Problem problem = kind.problems().front();
    problem.place = {"upload", 0, 0};
    return problem;
  }
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const Evidence wanted{EvidenceId::make(installation.random),
                        place,
                        true,
                        file_name(name, *kind),
                        std::string(assessment::media_type(*kind)),
                        static_cast<std::int64_t>(bytes.size()),
                        hand.actor.person.id,
                        {},
                        std::nullopt};
  std::vector<std::string> chunks;
  for (std::size_t begin = 0; begin < bytes.size(); begin += evidence_chunk_bytes)
    chunks.push_back(seal_chunk(*seals, wanted.id, static_cast<std::int64_t>(chunks.size()),
                                bytes.substr(begin, evidence_chunk_bytes)));
  return add_piece(installation, hand, wanted, *seals, chunks);
}

base::Result<bool> remove_evidence(Installation& installation, const Hand& hand, const EvidenceId& id) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        records.rounds.participation(hand.sheet.key(), true);
                        const auto piece = piece_seen(records, hand, *seals, id);
                        if (!piece) return no_such_evidence();
                        if (auto refused = refusal_to_touch(records, hand, piece->place, now))
                          return *refused;
                        records.sheets.remove(id, now);
                        const auto& item = hand.sheet.plan->answers[piece->place].place.item;
                        return Change<bool>(true, told_by(hand, "evidence.remove", item, id.text()));
                      });
}

base::Result<EvidenceFile> open_evidence(Installation& installation, const Hand& hand, const EvidenceId& id) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return look<EvidenceFile>(installation.database, [&](Records& records) -> base::Result<EvidenceFile> {
    auto piece = piece_seen(records, hand, *seals, id);
    if (!piece || !piece->file) return no_such_evidence();
    return EvidenceFile{std::move(*piece), std::make_shared<ChunkSource>(installation.database, *seals, id)};
  });
}

}  // namespace smm::app
