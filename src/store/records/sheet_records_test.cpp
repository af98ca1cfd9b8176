// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

using assessment::AnswerPlace;

SMM_RECORDS_ON_EACH_ENGINE(StoredSheets);

TEST_P(StoredSheets, KeepWhatStandsAndEveryVersionBefore) {
  const auto first = sealed_answer("b", 1, sample.ann.id);
  auto second = sealed_answer("b", 2, sample.bob.id);
  second.state = instrument::AnswerState::not_permitted;
  auto of_program = sealed_answer("a", 1, sample.ann.id);
  of_program.place.programme = "md";
  of_program.by.reset();
  of_program.sealed.clear();
  write([&](app::Records& records) {
    for (const auto& answer : {of_program, first, second}) records.sheets.keep(sample.sheet, answer);
  });
  read([&](app::Records& records) {
    app::Sheets& sheets = records.sheets;
    EXPECT_EQ(sheets.answers(sample.sheet), (std::vector{second, of_program}));
    EXPECT_EQ(sheets.answer(sample.sheet, {"", "b"}), second);
    EXPECT_EQ(sheets.answer(sample.sheet, {"md", "b"}), std::nullopt);
    EXPECT_EQ(sheets.history(sample.sheet, {"", "b"}), (std::vector{first, second}));
    EXPECT_EQ(sheets.whole_history(sample.sheet), (std::vector{first, second, of_program}));
  });
}

TEST_P(StoredSheets, RefuseAVersionThatIsNotTheNext) {
  write([&](app::Records& records) {
    records.sheets.keep(sample.sheet, sealed_answer("a", 1, sample.ann.id));
    records.sheets.keep(sample.sheet, sealed_answer("a", 2, sample.ann.id));
  });
  for (const std::int64_t version : {1, 2, 4})
    EXPECT_EQ(refusal([&](app::Records& records) {
                records.sheets.keep(sample.sheet, sealed_answer("a", version, sample.bob.id));
              }),
              app::Refusal::taken)
        << version;
  EXPECT_EQ(refusal([&](app::Records& records) {
              records.sheets.keep(sample.sheet, sealed_answer("b", 2, sample.bob.id));
            }),
            app::Refusal::missing);
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.whole_history(sample.sheet).size(), 2U);
    EXPECT_EQ(records.sheets.answer(sample.sheet, {"", "a"}), sealed_answer("a", 2, sample.ann.id));
  });
}

TEST_P(StoredSheets, KeepWhatWasSetAsideBesideTheVersions) {
  const auto aside = [&](const char* programme, std::uint64_t seed, std::int64_t stood) {
    return app::SealedNotKept{.id = id_of<assessment::NotKeptId>(seed),
                              .place = {programme, "b"},
                              .state = instrument::AnswerState::declined,
                              .sealed = std::string("\0mine", 5),
                              .stood = stood,
                              .by = sample.bob.id,
                              .at = {static_cast<std::int64_t>(1000 - seed)}};
  };
  auto of_program = sealed_answer("b", 1, sample.ann.id);
  of_program.place.programme = "md";
  write([&](app::Records& records) {
    records.sheets.keep(sample.sheet, sealed_answer("b", 1, sample.ann.id));
    records.sheets.keep(sample.sheet, of_program);
    for (const std::uint64_t seed : {71U, 72U}) records.sheets.add(sample.sheet, aside("", seed, 1));
    records.sheets.add(sample.sheet, aside("md", 73, 1));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.not_kept(sample.sheet, {"", "b"}),
              (std::vector{aside("", 72, 1), aside("", 71, 1)}));
    EXPECT_EQ(records.sheets.not_kept(sample.sheet),
              (std::vector{aside("", 72, 1), aside("", 71, 1), aside("md", 73, 1)}));
    EXPECT_EQ(records.sheets.whole_history(sample.sheet).size(), 2U);
  });
  // A version that never was cannot stand instead.
  EXPECT_EQ(refusal([&](app::Records& records) { records.sheets.add(sample.sheet, aside("", 74, 2)); }),
            app::Refusal::missing);
}

TEST_P(StoredSheets, BelongToASchoolThatTakesPart) {
  const app::SheetKey absent{sample.round.id, id_of<assessment::SchoolId>(61)};
  EXPECT_EQ(refusal([&](app::Records& records) {
              records.sheets.keep(absent, sealed_answer("a", 1, sample.ann.id));
            }),
            app::Refusal::missing);
  auto answer = sealed_answer("a", 1, id_of<assessment::PersonId>(62));
  EXPECT_EQ(refusal([&](app::Records& records) { records.sheets.keep(sample.sheet, answer); }),
            app::Refusal::missing);
  answer = sealed_answer("a", 1, sample.ann.id);
  answer.made_from = 1;
  EXPECT_EQ(refusal([&](app::Records& records) { records.sheets.keep(sample.sheet, answer); }),
            app::Refusal::mistake);
}

app::SealedComment comment_by(const app::Person& person, std::uint64_t seed, AnswerPlace place) {
  return {.id = id_of<assessment::CommentId>(seed),
          .place = std::move(place),
          .by = person.id,
          .at = {static_cast<std::int64_t>(1000 - seed)},
          .sealed = "sealed",
          .mentions = {}};
}

TEST_P(StoredSheets, KeepCommentsWithTheirMentions) {
  auto later = comment_by(sample.ann, 70, {"", "a"});
  later.mentions = {sample.ann.id, sample.bob.id};
  std::ranges::sort(later.mentions);
  const auto earlier = comment_by(sample.bob, 71, {"", "a"});
  auto elsewhere = comment_by(sample.bob, 72, {"md", "a"});
  elsewhere.mentions = {sample.ann.id};
  write([&](app::Records& records) {
    for (const auto& comment : {later, earlier, elsewhere}) records.sheets.add(sample.sheet, comment);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.comments(sample.sheet), (std::vector{elsewhere, earlier, later}));
    EXPECT_EQ(records.sheets.comments(sample.sheet, {"", "a"}), (std::vector{earlier, later}));
    EXPECT_TRUE(records.sheets.comments(sample.sheet, {"", "b"}).empty());
  });
}

TEST_P(StoredSheets, KeepNotesUntilTheyAreRemoved) {
  const app::SealedNote later{
      id_of<assessment::NoteId>(80), assessment::Scope::item, "a", sample.ann.id, {20}, "sealed"};
  const app::SealedNote earlier{
      id_of<assessment::NoteId>(81), assessment::Scope::packet, "dean", sample.bob.id, {10},
      std::string("\0", 1)};
  write([&](app::Records& records) {
    records.sheets.add(sample.sheet, later);
    records.sheets.add(sample.sheet, earlier);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.notes(sample.sheet), (std::vector{earlier, later}));
  });
  write([&](app::Records& records) { records.sheets.remove_notes(sample.sheet); });
  read([&](app::Records& records) { EXPECT_TRUE(records.sheets.notes(sample.sheet).empty()); });
}

TEST_P(StoredSheets, KeepEvidenceInChunks) {
  app::SealedEvidence file{.id = id_of<assessment::EvidenceId>(90),
                           .place = {"", "b"},
                           .file = true,
                           .sealed = "name",
                           .bytes = 2000000,
                           .by = sample.ann.id,
                           .at = {10},
                           .removed = {}};
  app::SealedEvidence link = file;
  link.id = id_of<assessment::EvidenceId>(91);
  link.place.item = "a";
  link.file = false;
  link.bytes = 0;
  const std::string chunk(1000000, '\xff');
  write([&](app::Records& records) {
    records.sheets.add(sample.sheet, file);
    records.sheets.add(sample.sheet, link);
    records.sheets.add_chunk(file.id, 0, chunk);
    records.sheets.add_chunk(file.id, 1, "end");
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.evidence(sample.sheet), (std::vector{link, file}));
    EXPECT_EQ(records.sheets.chunk(file.id, 0), chunk);
    EXPECT_EQ(records.sheets.chunk(file.id, 1), "end");
    EXPECT_EQ(records.sheets.chunk(file.id, 2), std::nullopt);
  });
  write([&](app::Records& records) {
    records.sheets.remove(file.id, {30});
    records.sheets.remove(file.id, {40});
  });
  file.removed = base::Instant{30};
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.evidence(sample.sheet), (std::vector{link, file}));
    EXPECT_EQ(records.sheets.chunk(file.id, 0), std::nullopt);
  });
}

TEST_P(StoredSheets, KeepSignatures) {
  const app::Signature attestation{"", sample.ann.id, {20}, "I attest", "ab12", "scores"};
  const app::Signature affirmation{"students", sample.bob.id, {10}, "I affirm", "cd34", ""};
  write([&](app::Records& records) {
    records.sheets.add(sample.sheet, attestation);
    records.sheets.add(sample.sheet, affirmation);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.sheets.signatures(sample.sheet), (std::vector{affirmation, attestation}));
  });
}

}  // namespace
}  // namespace smm::store::records
