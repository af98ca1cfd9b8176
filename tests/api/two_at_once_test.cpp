// SPDX-License-Identifier: Apache-2.0
// Two people answer the same question at once. Whoever comes second chooses; the answer that loses stays in
// the history, and in the copies that the school takes along.
#include "school_at_work.hpp"

namespace smm::web {
namespace {

using assessment::GivenAnswer;
using instrument::AnswerState;

SMM_ON_EACH_DATABASE(TwoAtOnce);

const std::string anas_words = "Ana counted nobody";
const std::string coras_words = "Cora, <b>later</b>, counted nobody too";

// A question of Ana's that takes any state with words, answered by Ana from under Cora's eyes.
struct Collision {
  explicit Collision(SchoolAtWork& at) : work(at), place(at.places(anas_office)[0]) {
    const auto& where = work.sheet().plan->answers[place].place;
    key = where.programme.empty() ? where.item : where.item + "@" + where.programme;
    page = river_path + "/questions/" + std::to_string(place + 1);
  }

  Fields fields(const std::string& reason, const std::string& base, const std::string& choose = "") const {
    Fields sent{
        {"item", key}, {key + ".state", "not_applicable"}, {key + ".reason", reason}, {key + ".base", base}};
    if (!choose.empty()) sent.emplace_back(key + ".choose", choose);
    return sent;
  }

  static Shown send(BrowserUnderTest& browser, const Fields& fields, bool script) {
    if (script) browser.extra_headers["HX-Request"] = "true";
    const Shown shown = browser.post(river_path + "/answers", fields);
    browser.extra_headers.erase("HX-Request");
    return shown;
  }

  // Ana's answer stands as version 1; Cora's is a conflict.
  void happen(BrowserUnderTest& ana, BrowserUnderTest& cora, bool script) const {
    ana.get(page);
    cora.get(page);
    EXPECT_EQ(send(ana, fields(anas_words, "0"), true).status, 200);
    const Shown conflict = send(cora, fields(coras_words, "0"), script);
    EXPECT_EQ(conflict.status, 409);
    EXPECT_TRUE(conflict.says("Two people answered this question"));
  }

  SchoolAtWork& work;
  std::size_t place;
  std::string key;
  std::string page;
};

TEST_P(TwoAtOnce, AnAnswerThatIsNotKeptStaysInTheHistory) {
  for (const bool script : {true, false}) {
    SchoolAtWork work(house());
    const Collision collision(work);
    auto ana = work.browser("ana");
    auto cora = work.browser("cora");
    collision.happen(*ana, *cora, script);
    const Shown chosen = Collision::send(*cora, collision.fields(coras_words, "1", "theirs"), script);
    EXPECT_EQ(chosen.status, script ? 200 : 303);

    const Shown page = ana->get(collision.page);
    EXPECT_TRUE(page.says("Not kept, since version 1 had been saved"));
    EXPECT_TRUE(page.says("Cora, &lt;b&gt;later&lt;/b&gt;, counted nobody too"));
    EXPECT_TRUE(page.says(anas_words));
    EXPECT_FALSE(page.says("Version 2"));
    const auto standing = house().read<std::optional<app::SealedAnswer>>([&](app::Records& records) {
      return records.sheets.answer(work.sheet().key(), work.sheet().plan->answers[collision.place].place);
    });
    EXPECT_EQ(standing->version, 1);
    EXPECT_TRUE(house().log_tells("answer.set_aside"));
    if (script) TearDown(), SetUp();
  }
}

TEST_P(TwoAtOnce, IsKeptOnceHoweverOftenTheFormIsSent) {
  SchoolAtWork work(house());
  const Collision collision(work);
  auto ana = work.browser("ana");
  auto cora = work.browser("cora");
  collision.happen(*ana, *cora, true);
  for (int i = 0; i < 2; ++i)
    EXPECT_EQ(Collision::send(*cora, collision.fields(coras_words, "1", "theirs"), true).status, 200);
  // What says the same as the answer that stands is no other answer.
  EXPECT_EQ(Collision::send(*cora, collision.fields(anas_words, "1", "theirs"), true).status, 200);
  const auto kept = house().read<std::vector<app::SealedNotKept>>(
      [&](app::Records& records) { return records.sheets.not_kept(work.sheet().key()); });
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0].by, work.person("cora").id);
  EXPECT_EQ(kept[0].stood, 1);
  EXPECT_EQ(kept[0].sealed.find("counted"), std::string::npos);
}

TEST_P(TwoAtOnce, IsKeptAlsoWhenThePacketWasClosedMeanwhile) {
  SchoolAtWork work(house());
  const Collision collision(work);
  auto ana = work.browser("ana");
  auto cora = work.browser("cora");
  collision.happen(*ana, *cora, true);
  const std::string packet = river_path + "/packets/" + anas_office;
  ana->get(packet + "/complete");
  ASSERT_EQ(ana->submit(packet + "/complete").status, 303);
  EXPECT_EQ(Collision::send(*cora, collision.fields(coras_words, "1", "theirs"), true).status, 200);
  EXPECT_TRUE(cora->get(collision.page).says("Not kept, since version 1 had been saved"));
}

TEST_P(TwoAtOnce, IsNobodysToWriteWhoCouldNotAnswer) {
  SchoolAtWork work(house());
  const Collision collision(work);
  auto ana = work.browser("ana");
  auto cora = work.browser("cora");
  collision.happen(*ana, *cora, true);
  auto ben = work.browser("ben");
  ben->get(river_path + "/packets/" + bens_office);
  EXPECT_EQ(Collision::send(*ben, collision.fields("Ben's", "1", "theirs"), true).status, 422);
  auto dean = work.browser("dean", "lake");
  dean->get("/");
  EXPECT_EQ(Collision::send(*dean, collision.fields("a rival's", "1", "theirs"), true).status, 404);
  const auto kept = house().read<std::vector<app::SealedNotKept>>(
      [&](app::Records& records) { return records.sheets.not_kept(work.sheet().key()); });
  EXPECT_TRUE(kept.empty());
}

TEST_P(TwoAtOnce, IsTakenAlongWithTheOtherVersions) {
  SchoolAtWork work(house());
  const Collision collision(work);
  auto ana = work.browser("ana");
  auto cora = work.browser("cora");
  collision.happen(*ana, *cora, true);
  Collision::send(*cora, collision.fields(coras_words, "1", "theirs"), true);
  cora->get(river_path + "/downloads");
  const Shown copy = cora->submit(river_path + "/downloads/history.csv");
  ASSERT_EQ(copy.status, 200);
  const auto table = exchange::read_table(copy.body, "history.csv");
  ASSERT_TRUE(table);
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->columns.back(), "not_kept_for");
  const auto& first = table->rows[0].cells;
  const auto& second = table->rows[1].cells;
  EXPECT_EQ(first[3] + "|" + first[6] + "|" + first[7] + "|" + first.back(), "1|" + anas_words + "|Ana|");
  EXPECT_EQ(second[3] + "|" + second[6] + "|" + second[7] + "|" + second.back(),
            "|" + coras_words + "|Cora|1");
}

// A form without script holds every question of the page, also those that nobody touched there.
class WholePage {
 public:
  WholePage(SchoolAtWork& work, BrowserUnderTest& browser) : collision_(work), browser_(browser) {
    browser_.get(river_path + "/packets/" + anas_office);
  }

  Shown send(const std::string& reason, const std::string& base) {
    return Collision::send(browser_, collision_.fields(reason, base), false);
  }

 private:
  Collision collision_;
  BrowserUnderTest& browser_;
};

TEST_P(TwoAtOnce, NobodyIsAskedAboutAQuestionLeftAlone) {
  SchoolAtWork work(house());
  auto ana = work.browser("ana");
  auto cora = work.browser("cora");
  WholePage anas(work, *ana);
  WholePage coras(work, *cora);
  EXPECT_EQ(anas.send("first", "0").status, 303);
  EXPECT_EQ(anas.send("second", "1").status, 303);
  EXPECT_EQ(anas.send("third", "2").status, 303);
  // Cora's page is from version 1 or 2, and says what stood then: nothing of hers is there to be saved.
  EXPECT_EQ(coras.send("first", "1").status, 303);
  EXPECT_EQ(coras.send("second", "2").status, 303);
  // What stood at another version than the page's own was typed.
  EXPECT_EQ(coras.send("first", "2").status, 409);
  EXPECT_EQ(coras.send("second", "1").status, 409);
  EXPECT_EQ(coras.send("hers", "1").status, 409);
  // Versions that never were.
  EXPECT_EQ(coras.send("third", "7").status, 303);  // says what stands
  EXPECT_EQ(coras.send("second", "7").status, 409);
  EXPECT_EQ(coras.send("second", "-1").status, 409);
  const auto history = house().read<std::vector<app::SealedAnswer>>(
      [&](app::Records& records) { return records.sheets.whole_history(work.sheet().key()); });
  EXPECT_EQ(history.size(), 3U);
}

TEST_P(TwoAtOnce, AnAnswerThatIsNotKeptDoesNotCountAsSeen) {
  SchoolAtWork work(house());
  const Collision collision(work);
  auto ana = work.browser("ana");
  auto cora = work.browser("cora");
  collision.happen(*ana, *cora, true);
  Collision::send(*cora, collision.fields(coras_words, "1", "theirs"), true);
  EXPECT_EQ(Collision::send(*ana, collision.fields("and again", "1"), true).status, 200);
  // Cora sends what was set aside, from the version it was set aside for: that is an answer of hers.
  EXPECT_EQ(Collision::send(*cora, collision.fields(coras_words, "1"), false).status, 409);
}

}  // namespace
}  // namespace smm::web
