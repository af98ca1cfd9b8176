// SPDX-License-Identifier: Apache-2.0
// A school that follows its graduates, from the switch over roster, linkage, review and measures to what
// graduates say themselves; and that nothing of it is seen by anybody else, or lies anywhere unsealed.
#include <fmt/format.h>

#include <fstream>

#include "app/graduates/linkage.hpp"
#include "cast.hpp"
#include "outcomes/registry/npi.hpp"
#include "outcomes/registry/sample_registry_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(FollowedGraduates);

// Names that are nowhere else.
constexpr std::array last_names = {"QUILLFEATHER", "ABERNOTHY",   "BRACKENWELL", "CHUMBLEIGH",  "DRAKESTONE",
                                   "EVERWINTER",   "FOXGLOVER",   "GRIMSHALLOW", "HOLLOWBURY",  "INKPENMAN",
                                   "JUNIPERTON",   "KETTLEBECK",  "LARKSPURRE",  "MOONRAKER",   "NETTLESHIP",
                                   "OAKENHURST",   "PENDRAGONE",  "QUARTERMAN",  "RAVENSCAR",   "SILVERDALE",
                                   "THISTLEWOOD",  "UMBERLEIGH",  "VANTERPOOLE", "WINTERBORNE", "YARDLINGTON",
                                   "ZEPHYRSTONE",  "BLACKTHORNE", "COPPERFIELDE"};
constexpr std::array first_names = {"ALMA", "BORIS", "CLEO", "DORA", "EMIL",
                                    "FAYE", "GUS",   "HEDY", "IVAN", "JUNE"};

std::string npi_of(unsigned at) {
  const unsigned nine = 177000000 + at;
  return std::to_string(nine) + std::to_string(outcomes::registry::npi_check_digit(nine));
}

std::string first_of(unsigned at) {
  return first_names[at % first_names.size()];
}

// Twenty-eight physicians in family medicine or cardiology, each with a name of their own.
std::string registry_csv() {
  std::vector<outcomes::registry::SampleRow> rows;
  for (unsigned at = 0; at < last_names.size(); ++at) {
    auto row = outcomes::registry::sample_person(npi_of(at), last_names[at], first_of(at));
    row["Healthcare Provider Taxonomy Code_1"] = at % 4 == 0 ? "207RC0000X" : "207Q00000X";
    row["Provider Enumeration Date"] = "05/04/2011";
    row["Provider Sex Code"] = at % 2 == 0 ? "F" : "M";
    rows.push_back(row);
  }
  rows.push_back(rows[5]);  // two whom nothing tells apart
  rows.back()["NPI"] = npi_of(100);
  return outcomes::registry::sample_csv(rows);
}

// Twenty-four of them, one whose first name is another, and one who is not in the registry.
std::string roster_csv() {
  std::string csv = "graduate_id,last,first,credential,programme,graduation_year,sex,school_state\n";
  for (unsigned at = 0; at < 24; ++at)
    csv += fmt::format("g{},{},{},MD,MD,2011,{},NC\n", at, last_names[at], first_of(at),
                       at % 2 == 0 ? "F" : "M");
  csv += fmt::format("g24,{},PETRONELLA,MD,MD,2011,M,NC\n", last_names[24]);
  csv += "g25,ZZYZXLEY,ODO,MD,MD,2011,F,NC\n";
  return csv;
}

class SchoolWithGraduates {
 public:
  explicit SchoolWithGraduates(test::InstallationUnderTest& house)
      : cast(house),
        sources{files_, content_, registry_files_, folder_.path("registry"), "", ""},
        service(house, {}, nullptr, sources),
        house_(house) {
    std::filesystem::create_directories(sources.registry);
    const auto built = outcomes::registry::sample_registry({registry_csv(), "", "", ""});
    const std::string_view bytes = built.space.snapshot();
    std::ofstream(sources.registry + "/snapshot.smmr", std::ios::binary) << bytes;
  }

  BrowserUnderTest browser(const std::string& column) {
    return cast.browser_of(cast.member(column), service);
  }

  void switch_on() {
    auto dean = browser("dean");
    dean.get(graduates_url + "/on");
    EXPECT_EQ(dean.submit(graduates_url + "/on").status, 303);
  }

  static Shown upload(BrowserUnderTest& by, const std::string& kind, const std::string& csv,
                      const std::string& act, bool although = false) {
    const Shown page = by.get(graduates_url + "/" + kind);
    const auto token = first_between(page.body, "name=\"csrf\" value=\"", "\"");
    EXPECT_TRUE(token);
    std::string body;
    const auto part = [&](const std::string& head, const std::string& content) {
      body += "--xyz\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    };
    part("name=\"csrf\"", *token);
    part("name=\"act\"", act);
    if (although) part("name=\"although\"", "yes");
    part("name=\"file\"; filename=\"r.csv\"", csv);
    body += "--xyz--\r\n";
    by.extra_headers["Content-Type"] = "multipart/form-data; boundary=xyz";
    const Shown shown = by.send(http::Method::post, graduates_url + "/" + kind, body);
    by.extra_headers.erase("Content-Type");
    return shown;
  }

  // From the roster to measures.
  void link() {
    switch_on();
    auto coordinator = browser("coordinator");
    EXPECT_EQ(upload(coordinator, "roster", roster_csv(), "keep").status, 303);
    coordinator.get(graduates_url);
    EXPECT_EQ(coordinator.submit(graduates_url + "/link").status, 303);
    EXPECT_TRUE(coordinator.get(graduates_url).says("It waits for its turn"));
    EXPECT_TRUE(run_job());
    const Shown ended = coordinator.get(graduates_url);
    const std::size_t job = ended.body.find("id=\"job\"");
    EXPECT_EQ(job, std::string::npos) << ended.body.substr(job);
  }

  bool run_job() {
    return app::run_next_job(house_.installation(), app::graduate_jobs(house_.installation(), sources));
  }

  inline static const std::string graduates_url = "/rounds/2026/schools/lake/graduates";

  Cast cast;

 private:
  test::ScratchFolder folder_;
  adapters::DiskFiles files_;
  adapters::DiskRegistryFiles registry_files_;
  adapters::EmbeddedContent content_;

 public:
  app::OutcomeSources sources;
  const ServiceUnderTest service;

 private:
  test::InstallationUnderTest& house_;
};

const std::string& graduates_url = SchoolWithGraduates::graduates_url;

TEST_P(FollowedGraduates, AreOffUntilTheDeanSwitchesThemOn) {
  SchoolWithGraduates school(house());
  auto coordinator = school.browser("coordinator");
  EXPECT_TRUE(coordinator.get(graduates_url).says("Following graduates is off"));
  EXPECT_EQ(coordinator.get(graduates_url + "/on").status, 403);
  EXPECT_EQ(school.upload(coordinator, "roster", roster_csv(), "keep").status, 409);
  EXPECT_EQ(coordinator.post(graduates_url + "/link").status, 409);
  EXPECT_EQ(coordinator.get(graduates_url + "/coverage").status, 409);
  EXPECT_EQ(coordinator.get(graduates_url + "/review").status, 409);
  school.switch_on();
  EXPECT_TRUE(house().log_tells("graduates.on"));
  EXPECT_FALSE(coordinator.get(graduates_url).says("Following graduates is off"));
  // Another school's stays off, and its people see nothing of this one.
  auto other = school.browser("dean elsewhere");
  EXPECT_EQ(other.get(graduates_url).status, 404);
  EXPECT_TRUE(other.get("/rounds/2026/schools/hill/graduates").says("Following graduates is off"));
}

TEST_P(FollowedGraduates, AreUploadedWholeOrNotAtAll) {
  SchoolWithGraduates school(house());
  school.switch_on();
  auto coordinator = school.browser("coordinator");
  const Shown tried = school.upload(coordinator, "roster", roster_csv(), "check");
  EXPECT_EQ(tried.status, 200);
  EXPECT_TRUE(tried.says("The file is good: 26 rows"));
  const std::string twice = "graduate_id,last,first\ng1,Doe,Ana\ng1,Roe,Ben\n,Poe,Cal\n";
  const Shown refused = school.upload(coordinator, "roster", twice, "keep", true);
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("stands here again"));
  EXPECT_TRUE(refused.says(">3</th>"));
  EXPECT_TRUE(refused.says("has no id"));
  const std::string doubtful = "graduate_id,last,first,graduation_year\ng1,Doe,Ana,soon\n";
  EXPECT_EQ(school.upload(coordinator, "roster", doubtful, "keep").status, 422);
  EXPECT_EQ(school.upload(coordinator, "roster", "", "keep").status, 422);
  EXPECT_EQ(school.upload(coordinator, "roster", "no,roster\n1,2\n", "keep", true).status, 422);
  std::string many = "graduate_id,last,first\n";
  for (int i = 0; i < 5'001; ++i) many += fmt::format("g{},Doe,Ana\n", i);
  EXPECT_TRUE(school.upload(coordinator, "roster", many, "keep").says("more than 5000 rows"));
  EXPECT_FALSE(coordinator.get(graduates_url + "/roster").says("What is kept now"));
  EXPECT_EQ(school.upload(coordinator, "roster", doubtful, "keep", true).status, 303);
  EXPECT_TRUE(coordinator.get(graduates_url + "/roster").says("A roster of 1 rows"));
  EXPECT_EQ(coordinator.submit(graduates_url + "/roster/remove").status, 303);
  EXPECT_FALSE(coordinator.get(graduates_url + "/roster").says("What is kept now"));
  EXPECT_TRUE(house().log_tells("graduates.roster.remove"));
}

TEST_P(FollowedGraduates, HaveACohortOfTheirOwnSchoolAlone) {
  SchoolWithGraduates school(house());
  school.switch_on();
  auto coordinator = school.browser("coordinator");
  const auto told = [&](const std::string& csv) { return school.upload(coordinator, "cohort", csv, "keep"); };
  EXPECT_TRUE(told("graduate_id,school_id\ng1,hill\n").says("the row is of school"));
  EXPECT_EQ(told("graduate_id\ng1\ng1\n").status, 422);
  EXPECT_EQ(told("graduate_id,graduated\ng1,2031-01-01\n").status, 422);
  EXPECT_EQ(told("graduate_id,urm\ng1,perhaps\n").status, 422);
  EXPECT_EQ(told("graduate_id,urm\ng1,yes\n").status, 303);
}

TEST_P(FollowedGraduates, AreLinkedByAJob) {
  SchoolWithGraduates school(house());
  school.link();
  auto dean = school.browser("dean");
  const Shown coverage = dean.get(graduates_url + "/coverage");
  ASSERT_EQ(coverage.status, 200) << coverage.body;
  EXPECT_TRUE(coverage.says("All graduates"));
  EXPECT_TRUE(coverage.says("<td data-column=\"Graduates\">26</td>")) << coverage.body;
  const Shown measures = dean.get(graduates_url + "/measures");
  ASSERT_EQ(measures.status, 200) << measures.body;
  EXPECT_TRUE(measures.says("SM-017")) << measures.body.substr(measures.body.find("<main"));
  EXPECT_TRUE(measures.says("No release carries them so far") || measures.says("Why no other school"));
  EXPECT_TRUE(house().log_tells("graduates.linked"));
}

TEST_P(FollowedGraduates, AreNotLinkedWithoutARegistry) {
  SchoolWithGraduates school(house());
  school.sources.registry.clear();
  school.switch_on();
  auto coordinator = school.browser("coordinator");
  EXPECT_EQ(school.upload(coordinator, "roster", roster_csv(), "keep").status, 303);
  EXPECT_TRUE(coordinator.get(graduates_url).says("has no registry of providers"));
  EXPECT_EQ(coordinator.post(graduates_url + "/link").status, 409);
}

TEST_P(FollowedGraduates, JobsThatFailSayWhyAndThoseThatWereCutOffToo) {
  SchoolWithGraduates school(house());
  school.switch_on();
  auto coordinator = school.browser("coordinator");
  EXPECT_EQ(school.upload(coordinator, "roster", roster_csv(), "keep").status, 303);
  const std::string registry = school.sources.registry;
  school.sources.registry = "/nowhere";
  coordinator.get(graduates_url);
  EXPECT_EQ(coordinator.submit(graduates_url + "/link").status, 303);
  EXPECT_TRUE(school.run_job());
  EXPECT_TRUE(coordinator.get(graduates_url).says("It did not come to an end"));
  EXPECT_FALSE(school.run_job());
  school.sources.registry = registry;
  EXPECT_EQ(coordinator.submit(graduates_url + "/link").status, 303);
  house().write([](app::Records& records, base::Instant now) {
    app::Job job = records.jobs.in_state(app::JobState::waiting).front();
    job.state = app::JobState::running;
    job.begun = now;
    records.jobs.change(job);
  });
  EXPECT_EQ(app::give_up_unfinished_jobs(house().installation()), 1);
  EXPECT_TRUE(coordinator.get(graduates_url).says("It did not come to an end"));
  EXPECT_EQ(coordinator.submit(graduates_url + "/link").status, 303);
  EXPECT_TRUE(school.run_job());
  EXPECT_EQ(coordinator.get(graduates_url + "/coverage").status, 200);
}

// What a page tells before somebody has decided.
void expect_blind(const Shown& page) {
  EXPECT_FALSE(page.says("waterfall"));
  EXPECT_FALSE(page.says("probability of"));
  EXPECT_FALSE(page.says("Weight"));
}

TEST_P(FollowedGraduates, AreReviewedBlindAndTheDecisionLasts) {
  SchoolWithGraduates school(house());
  school.link();
  auto coordinator = school.browser("coordinator");
  const Shown page = coordinator.get(graduates_url + "/review");
  ASSERT_EQ(page.status, 200);
  std::smatch action;
  ASSERT_TRUE(
      std::regex_search(page.body, action, std::regex("action=\"(" + graduates_url + "/review/([0-9]+))\"")))
      << page.body;
  const std::string pair = action[1];
  expect_blind(page);
  EXPECT_TRUE(page.says("How the two agree"));
  EXPECT_EQ(coordinator.submit(pair, {{"decision", "perhaps"}}).status, 409);
  EXPECT_EQ(coordinator.post(pair, {{"decision", "same"}, {"npi", "1234567893"}}).status, 409);
  coordinator.get(graduates_url + "/review");
  const Shown decided = coordinator.submit(pair, {{"decision", "different"}});
  ASSERT_EQ(decided.status, 303) << decided.body;
  EXPECT_EQ(decided.location(), graduates_url + "/review?last=" + std::string(action[2]));
  const Shown after = coordinator.get(pair);
  EXPECT_TRUE(after.says("Decided: two persons"));
  EXPECT_TRUE(after.says("<svg class=\"waterfall\""));
  EXPECT_TRUE(after.says("<title id=\"picture-title\">"));
  EXPECT_TRUE(after.says("All together"));
  EXPECT_EQ(coordinator.get(graduates_url + "/review/99999").status, 404);
  EXPECT_TRUE(house().log_tells("graduates.review"));
  // It holds in the next linkage: the pair is ruled out.
  coordinator.get(graduates_url);
  EXPECT_EQ(coordinator.submit(graduates_url + "/link").status, 303);
  EXPECT_TRUE(school.run_job());
  const Shown next = coordinator.get(graduates_url + "/review");
  EXPECT_FALSE(next.says("action=\"" + pair + "\"") && next.body == page.body);
}

TEST_P(FollowedGraduates, SayThemselvesWhoTheyAreAndTakeItBack) {
  SchoolWithGraduates school(house());
  school.link();
  auto coordinator = school.browser("coordinator");
  coordinator.get(graduates_url + "/classes");
  EXPECT_EQ(coordinator.submit(graduates_url + "/classes", {{"label", " "}, {"days", "60"}}).status, 422);
  EXPECT_EQ(coordinator.submit(graduates_url + "/classes", {{"label", "MD 2011"}, {"days", "999"}}).status,
            422);
  EXPECT_EQ(coordinator.submit(graduates_url + "/classes", {{"label", "MD 2011"}, {"days", "60"}}).status,
            303);
  const Shown classes = coordinator.get(graduates_url + "/classes");
  std::smatch found;
  ASSERT_TRUE(std::regex_search(classes.body, found,
                                std::regex("value=\"https://metrics.example.org(/graduation/[^\"]+)\"")));
  const std::string link = found[1];

  BrowserUnderTest graduate(school.service);
  EXPECT_EQ(graduate.get("/graduation/nonsense").status, 404);
  const Shown page = graduate.get(link);
  ASSERT_EQ(page.status, 200);
  EXPECT_TRUE(page.says("School lake"));
  EXPECT_FALSE(page.says(last_names[3]));
  EXPECT_EQ(graduate.submit(link + "/search", {{"search_last", "x"}, {"search_first", "y"}}).status, 422);
  const Shown searched = graduate.submit(
      link + "/search", {{"search_last", last_names[3]}, {"search_first", "do"}, {"search_state", "NC"}});
  EXPECT_TRUE(searched.says("NPI " + npi_of(3))) << searched.body;
  const Fields word = {{"last", last_names[3]}, {"first", "Dora"}, {"chosen", npi_of(3)}};
  const Shown no_consent = graduate.submit(link, word);
  EXPECT_EQ(no_consent.status, 422);
  EXPECT_TRUE(no_consent.says("value=\"" + npi_of(3) + "\""));  // what was chosen is not lost
  Fields wrong = {{"last", "Doe"}, {"first", "Ana"}, {"npi", "1234567890"}, {"consent", "yes"}};
  EXPECT_EQ(graduate.submit(link, wrong).status, 422);  // a number that does not check
  const auto column = [&] {
    const Shown listed = coordinator.get(graduates_url + "/classes");
    std::smatch at;
    EXPECT_TRUE(std::regex_search(listed.body, at,
                                  std::regex("href=\"(" + graduates_url + "/classes/[a-z2-7]+/npi.csv)\"")));
    return coordinator.get(at[1]).body;
  };
  EXPECT_EQ(column(), "graduate_id,last,first,npi,confirmed\n");
  Fields consented = word;
  consented.emplace_back("consent", "yes");
  const Shown taken = graduate.submit(link, consented);
  ASSERT_EQ(taken.status, 303) << taken.body;
  EXPECT_EQ(column(), fmt::format("graduate_id,last,first,npi,confirmed\ng3,{},Dora,{},2026-06-18\n",
                                  last_names[3], npi_of(3)));
  EXPECT_TRUE(house().log_tells("graduation.consent"));
  const std::string kept = taken.location();
  EXPECT_TRUE(graduate.get(kept).says(npi_of(3)));
  EXPECT_TRUE(graduate.submit(kept).says("It is gone"));
  EXPECT_TRUE(graduate.get(kept).says("It is gone"));
  EXPECT_EQ(column(), "graduate_id,last,first,npi,confirmed\n");
  EXPECT_TRUE(house().log_tells("graduation.withdraw"));
  house().clock.pass(61 * base::one_day);
  EXPECT_EQ(graduate.get(link).status, 404);
}

TEST_P(FollowedGraduates, TypeNoFormulasIntoTheColumn) {
  SchoolWithGraduates school(house());
  school.switch_on();
  auto coordinator = school.browser("coordinator");
  coordinator.get(graduates_url + "/classes");
  EXPECT_EQ(coordinator.submit(graduates_url + "/classes", {{"label", "MD"}, {"days", "60"}}).status, 303);
  const std::string listed = coordinator.get(graduates_url + "/classes").body;
  std::smatch link, column;
  ASSERT_TRUE(std::regex_search(listed, link, std::regex("metrics.example.org(/graduation/[^\"]+)\"")));
  ASSERT_TRUE(std::regex_search(listed, column, std::regex("href=\"([^\"]+npi.csv)\"")));
  BrowserUnderTest graduate(school.service);
  graduate.get(link[1]);
  EXPECT_EQ(
      graduate.submit(link[1], {{"last", "=1+1"}, {"first", "@x"}, {"npi", npi_of(1)}, {"consent", "yes"}})
          .status,
      303);
  EXPECT_TRUE(coordinator.get(column[1]).says("\n,'=1+1,'@x,"));
}

TEST_P(FollowedGraduates, AreForgottenWhenItIsSwitchedOff) {
  SchoolWithGraduates school(house());
  school.link();
  auto dean = school.browser("dean");
  dean.get(graduates_url + "/off");
  ASSERT_EQ(dean.submit(graduates_url + "/off").status, 303);
  EXPECT_TRUE(house().log_tells("graduates.off"));
  EXPECT_TRUE(dean.get(graduates_url).says("Following graduates is off"));
  school.switch_on();
  EXPECT_FALSE(dean.get(graduates_url + "/roster").says("What is kept now"));
  EXPECT_EQ(dean.get(graduates_url + "/coverage").status, 409);
}

TEST_P(FollowedGraduates, AnswerAQuestionOfTheSheet) {
  SchoolWithGraduates school(house());
  school.link();
  const app::OpenSheet sheet = school.cast.sheet("lake");
  std::size_t place = 0;
  while (sheet.edition->edition.items[sheet.plan->answers[place].item].measure != "SM-017") ++place;
  const std::string question = fmt::format("/rounds/2026/schools/lake/questions/{}", place + 1);
  auto coordinator = school.browser("coordinator");
  const Shown page = coordinator.get(question);
  ASSERT_TRUE(page.says("SM-017 says")) << page.body;
  EXPECT_EQ(coordinator.submit(question + "/figure").location(), question + "?done=figure_taken");
  const Shown taken = coordinator.get(question);
  EXPECT_TRUE(taken.says("from the school&#39;s own measure") || taken.says("own measure"));
  EXPECT_TRUE(taken.says("SM-017 of 2026-06-18"));
  // Where there is no figure nothing is offered.
  EXPECT_FALSE(coordinator.get("/rounds/2026/schools/lake/questions/1").says("/figure\""));
  EXPECT_EQ(coordinator.post("/rounds/2026/schools/lake/questions/1/figure").status, 422);
}

// ---- Nobody else

// What was planted, in any form in which it could leak.
std::vector<std::string> planted() {
  std::vector<std::string> all = {"ZZYZXLEY", "PETRONELLA"};
  for (unsigned at = 0; at < 25; ++at) {
    all.emplace_back(last_names[at]);
    all.push_back(npi_of(at));
  }
  return all;
}

void expect_none_of_them(const std::string& text, const std::string& where) {
  for (const std::string& word : planted())
    EXPECT_EQ(text.find(word), std::string::npos) << word << " in " << where;
}

TEST_P(FollowedGraduates, AreSeenByNobodyElse) {
  SchoolWithGraduates school(house());
  school.link();
  for (const Member& member : school.cast.members) {
    const bool own = !member.at_lake.empty() && (member.column == "dean" || member.column == "coordinator");
    if (own) continue;
    auto browser = school.cast.browser_of(member, school.service);
    for (const char* below :
         {"", "/roster", "/cohort", "/review", "/review/0", "/coverage", "/measures", "/classes"})
      for (const bool json : {false, true}) {
        const Shown shown = json ? browser.json(graduates_url + below) : browser.get(graduates_url + below);
        EXPECT_NE(shown.status, 200) << member.column << " " << below;
        expect_none_of_them(shown.body, member.column + " " + below);
      }
  }
  for (const auto& kept : house().log())
    expect_none_of_them(kept.entry.actor + kept.entry.action + kept.entry.subject + kept.entry.detail,
                        "the log");
}

TEST_P(FollowedGraduates, LieNowhereUnsealed) {
  SchoolWithGraduates school(house());
  school.link();
  house().read<bool>([&](app::Records& records) {
    const auto lake = records.schools.by_code("lake")->id;
    for (const char* kind : {"roster", "links", "explanations", "draws", "results", "notes"}) {
      const auto file = records.graduates.file(lake, kind);
      EXPECT_TRUE(file.has_value()) << kind;
      if (file) expect_none_of_them(file->sealed, kind);
    }
    return true;
  });
  const auto text = house().database_bytes();
  if (text) expect_none_of_them(*text, "the database");
}

// ---- The explorer

TEST_P(FollowedGraduates, PublicFiguresAreExploredByAnybody) {
  SchoolWithGraduates school(house());
  BrowserUnderTest anybody(school.service);
  const Shown none = anybody.get("/explore");
  EXPECT_EQ(none.status, 200);
  EXPECT_TRUE(none.says("There are no public measures here yet"));
  test::ScratchFolder folder;
  std::string csv =
      "measure,version,school_id,programme,stratum,n,numerator,rate,low,high,bound_low,bound_high,known,"
      "unknown,"
      "not_linked,no_npi_expected,snapshots\n";
  for (const char* line :
       {"SM-018,1.0.0,Willow,,,100,40,0.40,0.31,0.50", "SM-018,1.0.0,Alder,,,100,60,0.60,0.50,0.69",
        "SM-018,1.0.0,Maple,,,100,20,0.20,0.13,0.29"})
    csv += std::string(line) + ",,,100,0,0,0,x\n";
  std::ofstream(folder.path("results.csv")) << csv;
  school.sources.public_results = folder.path("results.csv");
  const Shown plain = anybody.get("/explore");
  ASSERT_EQ(plain.status, 200) << plain.body;
  const std::size_t alder = plain.body.find(">Alder<"), maple = plain.body.find(">Maple<"),
                    willow = plain.body.find(">Willow<");
  EXPECT_TRUE(alder < maple && maple < willow && willow != std::string::npos);
  EXPECT_FALSE(plain.says("By the weights that were chosen"));
  const Shown weighed = anybody.get("/explore?SM-018=2");
  EXPECT_TRUE(weighed.says("By the weights that were chosen"));
  EXPECT_TRUE(weighed.says("value=\"2\""));
  EXPECT_LT(weighed.body.find(">Alder<"), weighed.body.find(">Maple<"));
  EXPECT_EQ(anybody.get("/explore?SM-018=-1").status, 422);
  EXPECT_EQ(anybody.get("/explore?SM-018=2&SM-999=1").status, 422);
}

}  // namespace
}  // namespace smm::web
