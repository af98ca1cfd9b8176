// SPDX-License-Identifier: Apache-2.0
// app::Sheets on a connection: answers (sheet_records.cpp), comments and notes (talk_records.cpp), evidence
// and signatures (evidence_records.cpp).
#pragma once

#include "app/installation/sheets.hpp"
#include "store/records/named_queries.hpp"

namespace smm::store::records {

class SheetRecords final : public app::Sheets {
 public:
  explicit SheetRecords(const NamedQueries& queries) : queries_(queries) {}

  std::vector<app::SealedAnswer> answers(const app::SheetKey& sheet) override;
  std::optional<app::SealedAnswer> answer(const app::SheetKey& sheet,
                                          const assessment::AnswerPlace& place) override;
  std::vector<app::SealedAnswer> history(const app::SheetKey& sheet,
                                         const assessment::AnswerPlace& place) override;
  std::vector<app::SealedAnswer> whole_history(const app::SheetKey& sheet) override;
  void keep(const app::SheetKey& sheet, const app::SealedAnswer& answer) override;

  std::vector<app::SealedNotKept> not_kept(const app::SheetKey& sheet) override;
  std::vector<app::SealedNotKept> not_kept(const app::SheetKey& sheet,
                                           const assessment::AnswerPlace& place) override;
  void add(const app::SheetKey& sheet, const app::SealedNotKept& answer) override;

  std::vector<app::SealedComment> comments(const app::SheetKey& sheet) override;
  std::vector<app::SealedComment> comments(const app::SheetKey& sheet,
                                           const assessment::AnswerPlace& place) override;
  void add(const app::SheetKey& sheet, const app::SealedComment& comment) override;

  std::vector<app::SealedNote> notes(const app::SheetKey& sheet) override;
  void add(const app::SheetKey& sheet, const app::SealedNote& note) override;
  void remove_notes(const app::SheetKey& sheet) override;

  std::vector<app::SealedEvidence> evidence(const app::SheetKey& sheet) override;
  void add(const app::SheetKey& sheet, const app::SealedEvidence& evidence) override;
  void add_chunk(const assessment::EvidenceId& evidence, std::int64_t number,
                 std::string_view sealed) override;
  std::optional<std::string> chunk(const assessment::EvidenceId& evidence, std::int64_t number) override;
  void remove(const assessment::EvidenceId& evidence, base::Instant now) override;

  void add(const app::SheetKey& sheet, const app::Signature& signature) override;
  std::vector<app::Signature> signatures(const app::SheetKey& sheet) override;

 private:
  const NamedQueries& queries_;
};

}  // namespace smm::store::records
