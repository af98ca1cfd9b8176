// SPDX-License-Identifier: Apache-2.0
// A packet's way over the pages: complete, affirm, give back, take back into work; attest and submit.
#include "app/answering/signing.hpp"
#include "app/rounds/take_part.hpp"
#include "app/sample_answers.hpp"
#include "school_at_work.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(PacketWay);

const std::string anas_packet = river_path + "/packets/" + anas_office;

assessment::PacketState state_of(test::InstallationUnderTest& house, SchoolAtWork& work) {
  const auto sheet = work.sheet();
  return house.read<assessment::PacketState>(
      [&](app::Records& records) { return records.rounds.packet(sheet.key(), anas_office, false)->state; });
}

TEST_P(PacketWay, GoesFromItsAuthorToItsAffirmerAndBack) {
  SchoolAtWork work(house());
  work.answer(work.places(anas_office)[0], {instrument::AnswerState::declined, "", ""});
  auto ana = work.browser("ana");
  const Shown page = ana->get(anas_packet + "/complete");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("/questions/" + std::to_string(work.places(anas_office)[1] + 1)));
  EXPECT_FALSE(page.says("/questions/" + std::to_string(work.places(anas_office)[0] + 1) + "\""));
  EXPECT_EQ(ana->submit(anas_packet + "/complete").location(), anas_packet + "?done=packet_completed");
  EXPECT_EQ(house().mails("completed").at(0).mail.to.address, "carla@river.example");
  // Its answers are closed now.
  EXPECT_EQ(ana->post(anas_packet + "/complete").status, 409);

  auto carla = work.browser("carla");
  EXPECT_TRUE(carla->get(anas_packet + "/affirm").says("I, Carla, have read"));
  const Shown empty = carla->submit(anas_packet + "/return", {{"comment", "  "}});
  EXPECT_EQ(empty.status, 422);
  EXPECT_TRUE(empty.says("href=\"#return-comment\""));
  EXPECT_EQ(carla->submit(anas_packet + "/return", {{"comment", "Question 2: ask the registrar"}}).location(),
            anas_packet + "?done=packet_returned");
  const auto mails = house().mails("returned");
  ASSERT_EQ(mails.size(), 2u);  // Ana and the coordinator
  for (const auto& mail : mails) EXPECT_EQ(mail.mail.text.find("registrar"), std::string::npos);
  EXPECT_TRUE(ana->get(anas_packet + "/notes").says("Question 2: ask the registrar"));
  EXPECT_EQ(state_of(house(), work), assessment::PacketState::returned);
  for (const char* action : {"packet.complete", "packet.return"}) EXPECT_TRUE(house().log_tells(action));
}

TEST_P(PacketWay, IsAffirmedByTheNamedPersonUnderTheirName) {
  SchoolAtWork work(house());
  auto ana = work.browser("ana");
  ana->get(anas_packet + "/complete");
  ana->submit(anas_packet + "/complete");
  auto dora = work.browser("dora");  // affirms another packet
  EXPECT_EQ(dora->get(anas_packet + "/affirm").status, 404);
  auto cora = work.browser("cora");
  EXPECT_FALSE(cora->get(anas_packet + "/affirm").says("name=\"full_name\""));
  EXPECT_EQ(cora->post(anas_packet + "/affirm", {{"full_name", "Cora"}}).status, 403);

  auto carla = work.browser("carla");
  carla->get(anas_packet + "/affirm");
  const Shown wrong = carla->submit(anas_packet + "/affirm", {{"full_name", "Carl"}});
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(wrong.says("id=\"full-name-error\""));
  EXPECT_EQ(carla->submit(anas_packet + "/affirm", {{"full_name", " carla "}}).location(),
            anas_packet + "?done=packet_affirmed");
  const auto sheet = work.sheet();
  const auto signatures = house().read<std::vector<app::Signature>>(
      [&](app::Records& records) { return records.sheets.signatures(sheet.key()); });
  ASSERT_EQ(signatures.size(), 1u);
  EXPECT_EQ(signatures[0].office, anas_office);
  EXPECT_NE(signatures[0].statement.find("I, Carla, have read the answers of “Admissions”"),
            std::string::npos);
  const auto seals = app::seals_of(work.installation(), sheet.school.id.text());
  const auto secrets = app::open_signed(*seals, sheet.key(), signatures[0]);
  EXPECT_EQ(secrets.salt.size(), assessment::digest_salt_bytes);
  EXPECT_EQ(signatures[0].digest,
            assessment::packet_digest(*sheet.plan, *sheet.plan->packet(anas_office), {}, secrets.salt));
}

TEST_P(PacketWay, IsNotAffirmedUnread) {
  SchoolAtWork work(house());
  auto ana = work.browser("ana");
  ana->get(anas_packet + "/complete");
  ana->submit(anas_packet + "/complete");
  auto carla = work.browser("carla");
  const Shown read = carla->get(anas_packet + "/affirm");
  // While Carla reads, the packet is taken back, changed, and complete again.
  auto cora = work.browser("cora");
  cora->get(anas_packet + "/reopen");
  EXPECT_EQ(cora->submit(anas_packet + "/reopen").status, 303);
  work.answer(work.places(anas_office)[0], {instrument::AnswerState::declined, "", ""});
  cora->get(anas_packet + "/complete");
  EXPECT_EQ(cora->submit(anas_packet + "/complete").status, 303);
  const Shown stale = carla->submit(anas_packet + "/affirm", {{"full_name", "Carla"}});
  EXPECT_EQ(stale.status, 422);
  EXPECT_TRUE(stale.says("Answers changed since you opened this page"));
  EXPECT_EQ(carla->submit(anas_packet + "/affirm", {{"full_name", "Carla"}}).status, 303);
  EXPECT_EQ(state_of(house(), work), assessment::PacketState::affirmed);
}

TEST_P(PacketWay, IsCompletedOnlyByWhoeverWritesAllOfIt) {
  SchoolAtWork work(house());
  const auto sheet = work.sheet();
  const app::Actor cora = work.round().actor("cora@river.example");
  const std::string item = sheet.plan->answers[work.places(bens_office)[0]].place.item;
  ASSERT_TRUE(app::hand_out(work.installation(), house().pages(), cora, sheet,
                            {assessment::Scope::item, item, {"Eve", "eve@river.example"}, {}, {}}));
  auto eve = work.browser("eve");
  const std::string packet = river_path + "/packets/" + bens_office;
  EXPECT_EQ(eve->get(packet + "/complete").status, 200);
  EXPECT_EQ(eve->submit(packet + "/complete").status, 422);
  EXPECT_EQ(eve->get(anas_packet + "/complete").status, 404);
}

TEST_P(PacketWay, EndsWithTheDean) {
  SchoolAtWork work(house());
  auto dean = work.browser("dean");
  const std::string submit = river_path + "/submit";
  Shown page = dean->get(submit);
  EXPECT_EQ(page.status, 200);
  EXPECT_FALSE(page.says("name=\"full_name\""));
  EXPECT_TRUE(page.says("packets are not affirmed yet"));
  EXPECT_EQ(dean->post(submit, {{"full_name", "Dean of river"}}).status, 422);
  work.answer_from_file(app::sample_answers(work.sheet().edition->edition, {}), "river");
  work.affirm_all(bens_office);
  EXPECT_TRUE(dean->get(submit).says("One packet is not affirmed yet."));
  EXPECT_FALSE(dean->get(submit).says("name=\"full_name\""));
  for (const char* name : {"cora", "ana", "carla"})
    EXPECT_EQ(work.browser(name)->get(submit).status, 403) << name;

  auto cora = work.browser("cora");
  const std::string last = river_path + "/packets/" + bens_office;
  cora->get(last + "/complete");
  cora->submit(last + "/complete");
  auto dora = work.browser("dora");
  dora->get(last + "/affirm");
  EXPECT_EQ(dora->submit(last + "/affirm", {{"full_name", "Dora"}}).status, 303);

  house().clock.pass(base::one_second);
  page = dean->get(submit);
  EXPECT_TRUE(page.says("I, Dean of river, attest for School river"));
  EXPECT_EQ(dean->submit(submit, {{"full_name", "Somebody"}}).status, 422);
  EXPECT_EQ(dean->submit(submit, {{"full_name", "dean of river"}}).location(),
            submit + "?done=sheet_submitted");
  const auto sheet = work.sheet();
  EXPECT_EQ(sheet.participation.state, assessment::ParticipationState::submitted);
  EXPECT_EQ(sheet.participation.attestations, 1);
  EXPECT_TRUE(dean->get(submit).says("The assessment was submitted on"));
  EXPECT_EQ(dean->post(submit, {{"full_name", "Dean of river"}}).status, 409);
  cora->get(last + "/reopen");
  EXPECT_EQ(cora->submit(last + "/reopen").status, 409);
  EXPECT_TRUE(house().log_tells("sheet.submit"));

  const auto signatures = house().read<std::vector<app::Signature>>(
      [&](app::Records& records) { return records.sheets.signatures(sheet.key()); });
  ASSERT_EQ(signatures.back().office, "");
  const auto seals = app::seals_of(work.installation(), sheet.school.id.text());
  const auto secrets = app::open_signed(*seals, sheet.key(), signatures.back());
  EXPECT_TRUE(secrets.scores.starts_with("school_id,programme,level,id,state,score,lower,upper,"));
  EXPECT_NE(secrets.scores.find("\nriver,medicine_md,overall,overall,scored,"), std::string::npos);
  EXPECT_TRUE(secrets.versions.starts_with("programme,item_id,version\n"));
}

TEST_P(PacketWay, IsOneStepForWhoeverAnswersAlone) {
  SchoolAtWork work(house());
  work.round().accept("lake", "");
  const std::string submit = "/rounds/2026/schools/lake/submit";
  auto dean = work.browser("dean", "lake");
  EXPECT_TRUE(dean->get(submit).says("This one step affirms every packet"));
  EXPECT_EQ(dean->submit(submit, {{"full_name", "Dean of lake"}}).status, 303);
  const auto sheet = work.sheet("lake");
  EXPECT_EQ(sheet.participation.state, assessment::ParticipationState::submitted);
  const auto signatures = house().read<std::vector<app::Signature>>(
      [&](app::Records& records) { return records.sheets.signatures(sheet.key()); });
  EXPECT_EQ(signatures.size(), sheet.plan->packets.size() + 1);
}

TEST_P(PacketWay, IsGoneAgainAfterTheOfficeOpensTheSheet) {
  SchoolAtWork work(house());
  work.affirm_all();
  auto dean = work.browser("dean");
  const std::string submit = river_path + "/submit";
  dean->get(submit);
  ASSERT_EQ(dean->submit(submit, {{"full_name", "Dean of river"}}).status, 303);
  const app::Person ada = house().add_person("Ada", "ada@office.example");
  ASSERT_TRUE(app::reopen_sheet(work.installation(), house().pages(), work.round().actor(ada.email),
                                work.sheet().key(), "a number was mistyped"));
  house().clock.pass(base::one_second);
  auto cora = work.browser("cora");
  // The school's page leads there: what is affirmed stays closed until somebody takes it back.
  const Shown school = cora->get(river_path);
  EXPECT_TRUE(school.says("Take back the packets that change"));
  EXPECT_TRUE(school.says("href=\"" + anas_packet + "/reopen\""));
  EXPECT_TRUE(dean->get(river_path).says("href=\"" + submit + "\""));
  EXPECT_FALSE(work.browser("ana")->get(river_path).says("/reopen\""));
  cora->get(anas_packet + "/reopen");
  EXPECT_EQ(cora->submit(anas_packet + "/reopen").status, 303);
  EXPECT_FALSE(cora->get(river_path).says("href=\"" + anas_packet + "/reopen\""));
  EXPECT_FALSE(dean->get(submit).says("name=\"full_name\""));
  cora->get(anas_packet + "/complete");
  cora->submit(anas_packet + "/complete");
  auto carla = work.browser("carla");
  carla->get(anas_packet + "/affirm");
  carla->submit(anas_packet + "/affirm", {{"full_name", "Carla"}});
  dean->get(submit);
  EXPECT_EQ(dean->submit(submit, {{"full_name", "Dean of river"}}).status, 303);
  EXPECT_EQ(work.sheet().participation.attestations, 2);
}

}  // namespace
}  // namespace smm::web
