// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

using app::MailState;

SMM_RECORDS_ON_EACH_ENGINE(StoredProgress);

app::WaitingMail invitation_of(const app::SheetKey& sheet, MailState state, std::uint64_t seed) {
  return {.id = id_of<app::MailId>(seed),
          .to = "dean@lakeside.example",
          .kind = "school_invitation",
          .sealed = "sealed",
          .round = sheet.round,
          .school = sheet.school,
          .state = state,
          .attempts = 1,
          .created = {10},
          .next_try = {10},
          .said = {}};
}

app::Link used_invitation(const app::SheetKey& sheet, const std::string& target, std::uint64_t seed) {
  return {.token = "hash" + std::to_string(seed),
          .use = app::LinkUse::invitation,
          .person = {},
          .school = sheet.school,
          .target = target,
          .email = {},
          .created = {1},
          .expires = {9000},
          .used = base::Instant{5}};
}

TEST_P(StoredProgress, CountsMailsByStateAndWhatCameBack) {
  write([&](app::Records& records) {
    records.outbox.add(invitation_of(sample.sheet, MailState::sent, 100));
    records.outbox.add(invitation_of(sample.sheet, MailState::sent, 101));
    auto back = invitation_of(sample.sheet, MailState::sent, 102);
    back.bounced = base::Instant{77};
    records.outbox.add(back);
    auto of_nobody = invitation_of(sample.sheet, MailState::sent, 103);
    of_nobody.round = {};
    of_nobody.school = {};
    records.outbox.add(of_nobody);
  });
  read([&](app::Records& records) {
    const auto mails = records.progress.mails(sample.round.id);
    ASSERT_EQ(mails.size(), 2u);
    EXPECT_EQ(mails[0].mails, 2);
    EXPECT_FALSE(mails[0].bounced);
    EXPECT_EQ(mails[1].mails, 1);
    EXPECT_TRUE(mails[1].bounced);
    EXPECT_EQ(mails[1].school, sample.school.id);
    EXPECT_EQ(records.outbox.by_id(id_of<app::MailId>(102))->bounced, base::Instant{77});
    EXPECT_EQ(records.outbox.by_id(id_of<app::MailId>(999)), std::nullopt);
  });
}

TEST_P(StoredProgress, ListsMailsThatSomebodyHasToLookAt) {
  write([&](app::Records& records) {
    records.outbox.add(invitation_of(sample.sheet, MailState::sent, 100));
    records.outbox.add(invitation_of(sample.sheet, MailState::unknown, 101));
    auto refused = invitation_of(sample.sheet, MailState::refused, 102);
    refused.created = {20};
    records.outbox.add(refused);
  });
  read([&](app::Records& records) {
    const auto troubled = records.outbox.troubled(5);
    ASSERT_EQ(troubled.size(), 2u);
    EXPECT_EQ(troubled[0].id, id_of<app::MailId>(102));
    EXPECT_EQ(records.outbox.troubled(1).size(), 1u);
  });
}

TEST_P(StoredProgress, KnowsWhoFollowedAnInvitationToThisRound) {
  write([&](app::Records& records) {
    records.sessions.add_link(used_invitation(sample.sheet, "/rounds/2025/schools/lakeside", 1));
  });
  read([&](app::Records& records) { EXPECT_TRUE(records.progress.opened(sample.round.id).empty()); });
  write([&](app::Records& records) {
    auto unused = used_invitation(sample.sheet, "/rounds/2026/schools/lakeside", 2);
    unused.used.reset();
    records.sessions.add_link(unused);
  });
  read([&](app::Records& records) { EXPECT_TRUE(records.progress.opened(sample.round.id).empty()); });
  write([&](app::Records& records) {
    records.sessions.add_link(used_invitation(sample.sheet, "/rounds/2026/schools/lakeside", 3));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.progress.opened(sample.round.id), std::vector{sample.school.id});
  });
}

TEST_P(StoredProgress, CountsAnswersPacketsAndQuestionsBySchool) {
  const assessment::School second = school_named("second", 44);
  const app::SheetKey other{sample.round.id, second.id};
  write([&](app::Records& records) {
    records.schools.add(second);
    records.rounds.add(part_of(other));
    auto empty = sealed_answer("b", 1, sample.ann.id);
    empty.state = instrument::AnswerState::not_answered;
    records.sheets.keep(sample.sheet, sealed_answer("a", 1, sample.ann.id));
    records.sheets.keep(sample.sheet, empty);
    records.sheets.keep(other, sealed_answer("a", 1, sample.ann.id));
    auto packet = packet_of(sample.sheet, "finance");
    packet.state = assessment::PacketState::complete;
    packet.due = "2026-05-01";
    packet.completed_at = base::Instant{4000};
    records.rounds.keep(packet);
  });
  read([&](app::Records& records) {
    std::int64_t answers = 0;
    for (const auto& sheet : records.progress.sheets(sample.round.id)) answers += sheet.answered;
    EXPECT_EQ(answers, 2);
    const auto packets = records.progress.packets(sample.round.id);
    ASSERT_EQ(packets.size(), 1u);
    EXPECT_EQ(packets[0].office, "finance");
    EXPECT_EQ(packets[0].due, "2026-05-01");
    EXPECT_EQ(packets[0].completed, base::Instant{4000});
    const auto tallies = records.progress.items(sample.round.id);
    ASSERT_EQ(tallies.size(), 2u);
    EXPECT_EQ(tallies[0].item, "a");
    EXPECT_EQ(tallies[0].state, "answered");
    EXPECT_EQ(tallies[0].schools, 2);
    EXPECT_EQ(tallies[1].state, "not_answered");
  });
}

}  // namespace
}  // namespace smm::store::records
