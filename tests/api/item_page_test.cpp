// SPDX-License-Identifier: Apache-2.0
// A question's own page: comments, evidence, working notes, history; and the copies that a school takes
// along.
#include "app/answering/evidence.hpp"
#include "app/sample_answers.hpp"
#include "app/score_answers.hpp"
#include "base/byte_source.hpp"
#include "report/score_file.hpp"
#include "school_at_work.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(ItemPage);

std::string question(std::size_t place) {
  return river_path + "/questions/" + std::to_string(place + 1);
}

// A file in a form, as browsers send it.
Shown upload(BrowserUnderTest& browser, const std::string& path, const std::string& token,
             const std::string& name, const std::string& bytes) {
  const std::string line = "\r\n";
  const std::string body = "--xyz" + line + "Content-Disposition: form-data; name=\"csrf\"" + line + line +
                           token + line + "--xyz" + line +
                           "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"" + line +
                           "Content-Type: text/html" + line + line + bytes + line + "--xyz--" + line;
  browser.extra_headers["Content-Type"] = "multipart/form-data; boundary=xyz";
  const Shown shown = browser.send(http::Method::post, path, body);
  browser.extra_headers.erase("Content-Type");
  return shown;
}

std::string token_on(const Shown& page) {
  std::smatch found;
  EXPECT_TRUE(std::regex_search(page.body, found, std::regex("name=\"csrf\" value=\"([^\"]*)\"")));
  return found[1];
}

std::string read_all(base::ByteSource& source) {
  std::string all;
  std::string piece(100'000, '\0');
  while (const std::size_t count = source.read(piece.data(), piece.size())) all.append(piece, 0, count);
  return all;
}

TEST_P(ItemPage, LetsColleaguesTalkAndMentionEachOther) {
  SchoolAtWork work(house());
  const std::size_t place = work.places(anas_office)[0];
  auto ana = work.browser("ana");
  EXPECT_EQ(ana->get(question(place)).status, 200);
  EXPECT_EQ(ana->submit(question(place) + "/comments", {{"comment", " "}}).status, 422);
  EXPECT_EQ(ana->submit(question(place) + "/comments", {{"comment", "@Cora and @Ben: <b>which</b> year?"}})
                .location(),
            question(place) + "?done=comment_added");
  const Shown page = ana->get(question(place));
  EXPECT_TRUE(page.says("<span class=\"mention\">@Cora</span>"));
  EXPECT_FALSE(page.says("<span class=\"mention\">@Ben</span>"));  // he does not see this question
  EXPECT_TRUE(page.says("&lt;b&gt;which&lt;/b&gt;"));
  const auto mails = house().mails("mentioned");
  ASSERT_EQ(mails.size(), 1u);
  EXPECT_EQ(mails[0].mail.to.address, "cora@river.example");
  EXPECT_EQ(mails[0].mail.text.find("which"), std::string::npos);
  auto ben = work.browser("ben");
  EXPECT_EQ(ben->get(question(place)).status, 404);
  EXPECT_EQ(ben->post(question(place) + "/comments", {{"comment", "hello"}}).status, 404);
  EXPECT_TRUE(house().log_tells("comment.add"));
}

TEST_P(ItemPage, KeepsNotesApartAndAddsToThem) {
  SchoolAtWork work(house());
  const std::size_t place = work.places(anas_office)[0];
  auto ana = work.browser("ana");
  ana->get(question(place));
  EXPECT_EQ(ana->submit(question(place) + "/notes", {{"note", "first thought"}}).status, 303);
  auto carla = work.browser("carla");
  carla->get(question(place));
  EXPECT_EQ(carla->submit(question(place) + "/notes", {{"note", "second thought"}}).status, 303);
  const Shown page = ana->get(question(place));
  EXPECT_TRUE(page.says("first thought"));
  EXPECT_TRUE(page.says("second thought"));

  // What becomes of them is the coordinator's to choose.
  EXPECT_EQ(ana->get(river_path + "/notes").status, 403);
  auto cora = work.browser("cora");
  EXPECT_TRUE(cora->get(river_path + "/notes").says("Legal hold"));
  EXPECT_EQ(cora->submit(river_path + "/notes", {{"fate", "legal_hold"}}).status, 303);
  EXPECT_EQ(work.sheet().participation.notes, assessment::NotesFate::legal_hold);
  EXPECT_TRUE(ana->get(question(place)).says("first thought"));
  cora->submit(river_path + "/notes", {{"fate", "remove"}});
  EXPECT_FALSE(ana->get(question(place)).says("first thought"));
}

TEST_P(ItemPage, ForgetsNotesWhenTheRoundClosesUnlessTheyAreHeld) {
  for (const bool held : {true, false}) {
    SCOPED_TRACE(held);
    if (!held) SetUp();  // another installation
    SchoolAtWork work(house());
    auto cora = work.browser("cora");
    const std::string notes = river_path + "/packets/" + anas_office + "/notes";
    cora->get(notes);
    EXPECT_EQ(cora->submit(notes, {{"note", "ask the registrar"}}).status, 303);
    cora->get(river_path + "/notes");
    if (held) cora->submit(river_path + "/notes", {{"fate", "legal_hold"}});
    ASSERT_TRUE(app::close_round(work.installation(), "2026", "test"));
    EXPECT_EQ(cora->get(notes).says("ask the registrar"), held);
    EXPECT_EQ(house().log_tells("notes.remove"), !held);
  }
}

TEST_P(ItemPage, TakesEvidenceByItsContentAndGivesItBackAsADownload) {
  SchoolAtWork work(house());
  const std::size_t place = work.places(anas_office)[0];
  auto ana = work.browser("ana");
  const std::string token = token_on(ana->get(question(place)));
  const std::string to = question(place) + "/evidence";
  const Shown html = upload(*ana, to, token, "page.txt", "<html><script>alert(1)</script></html>");
  EXPECT_EQ(html.status, 422);
  EXPECT_TRUE(html.says("id=\"upload-error\""));
  const std::string text(700'000, 'x');  // three chunks
  EXPECT_EQ(upload(*ana, to, token, "../../plan.html", text).location(),
            question(place) + "?done=evidence_added");
  const Shown page = ana->get(question(place));
  EXPECT_TRUE(page.says("plan.txt"));
  EXPECT_FALSE(page.says("plan.html"));

  std::smatch found;
  ASSERT_TRUE(
      std::regex_search(page.body, found, std::regex("href=\"(/rounds[^\"]*/evidence/[a-z2-7]{26})\"")));
  const std::string file = found[1];
  const Shown head = ana->get(file);
  EXPECT_EQ(head.status, 200);
  EXPECT_TRUE(head.headers.value("Content-Disposition").starts_with("attachment;"));
  EXPECT_EQ(head.headers.value("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_NE(head.headers.value("Content-Security-Policy").find("sandbox"), std::string::npos);
  EXPECT_EQ(work.browser("ben")->get(file).status, 404);

  const app::Actor actor = work.round().actor("ana@river.example");
  const auto standing = work.round().standing(actor, "river");
  const auto sheet = work.sheet();
  const auto id = assessment::EvidenceId::parse(file.substr(file.size() - 26));
  const auto opened = app::open_evidence(work.installation(), {actor, standing, sheet}, *id);
  ASSERT_TRUE(opened);
  EXPECT_EQ(read_all(*opened->bytes), text);

  EXPECT_EQ(ana->get(file + "/remove").status, 200);
  EXPECT_EQ(ana->submit(file + "/remove").location(), question(place) + "?done=evidence_removed");
  EXPECT_EQ(ana->get(file).status, 404);
  const Shown after = ana->get(question(place));
  EXPECT_FALSE(after.says("href=\"" + file));
  EXPECT_TRUE(after.says("Evidence removed"));
}

TEST_P(ItemPage, TakesLinksThatLeadToTheWeb) {
  SchoolAtWork work(house());
  const std::size_t place = work.places(anas_office)[0];
  auto ana = work.browser("ana");
  ana->get(question(place));
  EXPECT_EQ(ana->post(question(place) + "/evidence", {{"link", "javascript:alert(1)"}}).status, 422);
  EXPECT_EQ(ana->post(question(place) + "/evidence", {{"link", "https://river.example/plan"}}).status, 303);
  EXPECT_TRUE(ana->get(question(place)).says("href=\"https://river.example/plan\" rel=\"noopener"));
  // Not once the packet is complete.
  const std::string packet = river_path + "/packets/" + anas_office;
  ana->get(packet + "/complete");
  ana->submit(packet + "/complete");
  EXPECT_EQ(ana->post(question(place) + "/evidence", {{"link", "https://river.example/late"}}).status, 409);
}

TEST_P(ItemPage, TellsTheHistoryInWords) {
  SchoolAtWork work(house());
  const std::size_t place = work.places(anas_office)[0];
  work.answer(place, {instrument::AnswerState::declined, "", ""});
  house().clock.pass(base::one_minute);
  work.answer(place, {instrument::AnswerState::not_applicable, "", "We have no first-year class"});
  const Shown page = work.browser("ana")->get(question(place));
  EXPECT_TRUE(page.says("Version 2"));
  EXPECT_TRUE(page.says("we choose not to say"));
  EXPECT_TRUE(page.says("We have no first-year class"));
  EXPECT_LT(page.body.find("Version 2"), page.body.find("Version 1"));
}

TEST_P(ItemPage, GivesTheSchoolItsOwnAnswersInAFormThatScoreReads) {
  SchoolAtWork work(house());
  work.answer_from_file(app::sample_answers(work.sheet().edition->edition, {}), "river");
  auto dean = work.browser("dean");
  const std::string downloads = river_path + "/downloads";
  EXPECT_TRUE(dean->get(downloads).says("This copy may be a public record of your school"));
  const Shown answers = dean->submit(downloads + "/answers.csv");
  EXPECT_EQ(answers.status, 200);
  EXPECT_EQ(answers.headers.value("Content-Disposition"), "attachment; filename=\"river-2026-answers.csv\"");
  dean->get(downloads);
  const Shown scores = dean->submit(downloads + "/scores.csv");

  std::string expected;
  report::ScoreCsv file(expected);
  base::MemorySource bytes(answers.body);
  using scoring::Level;
  const auto outcome = app::score_answer_bytes(work.sheet().edition->plan, bytes, "answers.csv",
                                               {Level::indicator, Level::area, Level::domain, Level::overall},
                                               [&](const scoring::ScoreRow& row) { file.add(row); });
  ASSERT_TRUE(outcome);
  EXPECT_TRUE(outcome->problems.empty()) << outcome->problems.front().sentence;
  EXPECT_EQ(scores.body, expected);
  EXPECT_NE(expected.find(",scored,"), std::string::npos);

  dean->get(downloads);
  EXPECT_TRUE(dean->submit(downloads + "/school.json").says("\"history\""));
  dean->get(downloads);
  EXPECT_TRUE(dean->submit(downloads + "/school.xlsx").body.starts_with("PK"));
  EXPECT_TRUE(house().log_tells("sheet.download"));
}

TEST_P(ItemPage, GivesScoresToTheDeanAlone) {
  SchoolAtWork work(house());
  auto cora = work.browser("cora");
  const std::string downloads = river_path + "/downloads";
  EXPECT_FALSE(cora->get(downloads).says("scores.csv"));
  EXPECT_EQ(cora->post(downloads + "/scores.csv").status, 404);
  cora->get(downloads);
  EXPECT_FALSE(cora->submit(downloads + "/school.json").says("\"scores\""));
  EXPECT_EQ(cora->post(downloads + "/nothing.csv").status, 404);
  EXPECT_EQ(work.browser("ana")->get(downloads).status, 403);
}

TEST_P(ItemPage, PrintsMarkedQuestionsForCounsel) {
  SchoolAtWork work(house());
  const auto sheet = work.sheet();
  std::size_t flagged = 0;
  while (assessment::item_at(*sheet.plan, flagged).legal.empty()) ++flagged;
  work.answer(flagged, {instrument::AnswerState::not_permitted, "", "State Board Rule 4.12"});
  auto cora = work.browser("cora");
  const Shown page = cora->get(river_path + "/counsel");
  EXPECT_TRUE(page.says("State Board Rule 4.12"));
  EXPECT_TRUE(page.says("not permitted"));
  std::size_t plain = 0;
  while (!assessment::item_at(*sheet.plan, plain).legal.empty()) ++plain;
  EXPECT_FALSE(page.says("id=\"q" + std::to_string(plain + 1) + "-title\""));
  EXPECT_TRUE(cora->json(river_path + "/counsel").says("State Board Rule 4.12"));
  EXPECT_EQ(work.browser("ana")->get(river_path + "/counsel").status, 403);
}

}  // namespace
}  // namespace smm::web
