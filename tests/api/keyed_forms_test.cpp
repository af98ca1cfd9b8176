// SPDX-License-Identifier: Apache-2.0
// The program office keys a paper form for LAKE: only while it may look in, twice, without a word of the
// first keying in the second, and nothing is saved before LAKE has looked through it.
#include "app/answering/read_sheet.hpp"
#include "app/answering/save_answer.hpp"
#include "app/paper/school_worksheet.hpp"
#include "cast.hpp"
#include "report/worksheet_xlsx.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(KeyedForms);

const std::string lake_url = "/rounds/2026/schools/lake";
const std::string keyed_url = lake_url + "/keyed";

struct PaperForm {
  explicit PaperForm(test::InstallationUnderTest& under) : cast(under), service(under), house(under) {
    const auto opened = cast.sheet("lake");
    for (const std::size_t place : places_of(*opened.plan->packet("admissions-office"))) {
      const auto type = assessment::item_at(*opened.plan, place).type;
      if (type == instrument::ItemType::count) count = place;
      if (type == instrument::ItemType::share) share = place;
    }
  }

  BrowserUnderTest browser(const std::string& column) {
    return cast.browser_of(cast.member(column), service);
  }

  // A worksheet of LAKE's, with numbers written into the two questions.
  std::string keyed(const std::string& at_count, const std::string& at_share, bool filled = false) {
    const app::Actor coordinator = cast.actor(cast.member("coordinator"));
    const assessment::Standing standing{.school_roles = {SchoolRole::coordinator}, .office_roles = {}};
    const auto opened = cast.sheet("lake");
    const app::Hand hand{coordinator, standing, opened};
    const auto reading = app::read_sheet(house.installation(), hand, house.clock.now());
    report::Worksheet sheet = app::worksheet_of(
        hand, *reading, house.pages().texts,
        {"lake", "School lake", "2026", "Round 2026", "2026-10-31", "today", filled}, app::whole_sheet);
    for (auto& packet : sheet.packets)
      for (auto& area : packet.areas)
        for (auto& question : area.questions) {
          const auto place = static_cast<std::size_t>(question.number - 1);
          const std::string& value = place == count ? at_count : at_share;
          if ((place == count || place == share) && !value.empty())
            question.entered = {instrument::AnswerState::answered, value, ""};
        }
    return report::worksheet_xlsx(sheet, house.pages().texts);
  }

  Shown send(BrowserUnderTest& by, const std::string& bytes) {
    const Shown page = by.get(keyed_url);
    std::smatch token;
    EXPECT_TRUE(std::regex_search(page.body, token, std::regex("name=\"csrf\" value=\"([^\"]*)\"")))
        << page.body;
    std::string body =
        "--xyz\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + token[1].str() +
        "\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.xlsx\"\r\n\r\n" + bytes +
        "\r\n--xyz--\r\n";
    by.extra_headers["Content-Type"] = "multipart/form-data; boundary=xyz";
    const Shown shown = by.send(http::Method::post, keyed_url, body);
    by.extra_headers.erase("Content-Type");
    return shown;
  }

  std::string standing_at(std::size_t place) {
    const app::Actor coordinator = cast.actor(cast.member("coordinator"));
    const assessment::Standing standing{.school_roles = {SchoolRole::coordinator}, .office_roles = {}};
    const auto opened = cast.sheet("lake");
    const auto reading =
        app::read_sheet(house.installation(), {coordinator, standing, opened}, house.clock.now());
    return reading->at[place] ? reading->at[place]->given.value : "";
  }

  Cast cast;
  const ServiceUnderTest service;
  test::InstallationUnderTest& house;
  std::size_t count = 0;
  std::size_t share = 0;
};

TEST_P(KeyedForms, AreForWhoeverMayLookIn) {
  PaperForm form(house());
  for (const char* column : {"coordinator", "dean", "viewer"})
    EXPECT_EQ(form.browser(column).get(keyed_url).status, 404) << column;
  EXPECT_EQ(form.browser("manager, let look").get(keyed_url).status, 403);  // not now
  EXPECT_EQ(form.browser("steward, with reason").get(keyed_url).status, 200);
  form.cast.set_support(true);
  EXPECT_EQ(form.browser("manager, let look").get(keyed_url).status, 200);
  EXPECT_EQ(form.browser("analyst").get(keyed_url).status, 403);
  EXPECT_EQ(form.browser("dean elsewhere").get(keyed_url).status, 404);
}

TEST_P(KeyedForms, AreKeyedTwiceSettledAndSavedByTheSchool) {
  PaperForm form(house());
  form.cast.set_support(true);
  auto first = form.browser("manager, let look"), second = form.browser("steward, with reason");
  EXPECT_EQ(form.send(first, form.keyed("7319", "1/4")).status, 303);
  const Shown blind = second.get(keyed_url);
  EXPECT_TRUE(blind.says("Second keying"));
  EXPECT_FALSE(blind.says("7319") || blind.says("7,319"));
  EXPECT_EQ(form.send(second, form.keyed("7391", "1/4")).status, 303);
  EXPECT_EQ(form.send(second, form.keyed("1", "")).status, 422);  // a third

  const Shown differs = second.get(keyed_url);
  EXPECT_TRUE(differs.says("First keying: 7,319")) << differs.body;
  EXPECT_TRUE(differs.says("Second keying: 7,391"));
  EXPECT_TRUE(differs.says("1 answer was keyed alike."));
  EXPECT_FALSE(differs.says("checked=\"checked\""));
  EXPECT_EQ(second.submit(keyed_url + "/settle").status, 422);
  EXPECT_EQ(second.submit(keyed_url + "/settle", {{"pass" + std::to_string(form.count + 1), "2"}}).status,
            303);
  EXPECT_EQ(form.standing_at(form.count), "");

  EXPECT_FALSE(form.browser("author").get(lake_url + "/worksheets").says("Keyed from paper"));
  auto coordinator = form.browser("coordinator");
  const Shown waiting = coordinator.get(lake_url + "/worksheets");
  EXPECT_TRUE(waiting.says("Keyed from paper by the program office")) << waiting.body;
  std::smatch link;
  ASSERT_TRUE(std::regex_search(waiting.body, link, std::regex("href=\"([^\"]*/returned/[a-z0-9]+)\"")));
  const Shown review = coordinator.get(link[1]);
  EXPECT_TRUE(review.says("What the paper form would change")) << review.body;
  EXPECT_EQ(coordinator.submit(link[1]).status, 303);
  EXPECT_EQ(form.standing_at(form.count), "7391");
  EXPECT_EQ(form.standing_at(form.share), "1/4");
  EXPECT_TRUE(coordinator.get(lake_url + "/questions/" + std::to_string(form.count + 1))
                  .says("from paper, keyed by the program office"));
  for (const char* action : {"paper.key", "paper.hand_over"})
    EXPECT_TRUE(house().log_tells(action)) << action;
}

TEST_P(KeyedForms, SayWhoKeyedTwice) {
  PaperForm form(house());
  auto steward = form.browser("steward, with reason");
  EXPECT_EQ(form.send(steward, form.keyed("5", "")).status, 303);
  EXPECT_TRUE(steward.get(keyed_url).says("better let another person do this one"));
  EXPECT_EQ(form.send(steward, form.keyed("5", "")).status, 303);
  EXPECT_TRUE(steward.get(keyed_url).says("by the same person"));
  const auto log = house().log();
  EXPECT_TRUE(std::ranges::any_of(
      log, [](const auto& kept) { return kept.entry.detail == "the same person again"; }));
  EXPECT_EQ(steward.submit(keyed_url + "/discard").status, 303);
  EXPECT_TRUE(steward.get(keyed_url).says("First keying"));
  EXPECT_EQ(steward.post(keyed_url + "/settle", {{"key", "x"}}).status, 404);
}

TEST_P(KeyedForms, RefuseWhatNobodyCanReadAndWhatWasFilled) {
  PaperForm form(house());
  auto steward = form.browser("steward, with reason");
  const Shown unread = form.send(steward, form.keyed("5", "9/4"));
  EXPECT_EQ(unread.status, 422);
  EXPECT_TRUE(unread.says("is more than the whole")) << unread.body;
  EXPECT_TRUE(form.send(steward, form.keyed("5", "", true)).says("blank worksheet of this school"));
  EXPECT_TRUE(form.send(steward, form.keyed("", "")).says("Nothing was keyed"));
  EXPECT_TRUE(steward.get(keyed_url).says("First keying"));
  EXPECT_FALSE(house().log_tells("paper.key"));
}

}  // namespace
}  // namespace smm::web
