// SPDX-License-Identifier: Apache-2.0
// A roster on the web, as the office takes one in: choosing a file, naming its columns, looking, doing. Every
// kind of bad row is named, nothing is half-done, and what a browser sends back is not trusted.
#include "app/people/start_session.hpp"
#include "app/rosters/roster_upload.hpp"
#include "app/rounds/import_roster.hpp"
#include "browser_under_test.hpp"
#include "exchange/xlsx_writer.hpp"
#include "table_case.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(OfficeRosters);

const std::string header_row =
    "code,program,school,unitid,state,dean,dean e-mail,interim dean e-mail,assistant,director,director "
    "e-mail,"
    "mailing address\n";
const std::string two_schools = header_row +
                                "hill,nursing_bsn,Hill School,10,OH,Lee,lee@hill.example,,,,,\n"
                                "hill,nursing_msn,Hill School,10,OH,Lee,lee@hill.example,,,,,\n"
                                "lake,medicine_md,Lake School,11,NY,Kim,kim@lake.example,,,,,1 Main Street\n";

class RosterDesk {
 public:
  explicit RosterDesk(test::InstallationUnderTest& house)
      : house_(house), service_(house), browser(service_) {
    sign_in_as("manager");
  }

  void sign_in_as(const std::string& name) {
    const app::Person person = house_.add_person(name, name + "@office.example");
    house_.write([&](app::Records& records, base::Instant now) {
      records.people.grant(person.id, assessment::OfficeRole::campaign_manager, now);
      browser.cookies["__Host-smm"] =
          app::start_session(*house_, records, person, {"link", true}, {"192.0.2.1", "Firefox/128.0"}, now)
              .token;
    });
    browser.get("/office/roster");
  }

  // Chooses a file; the page of its columns.
  Shown choose(const std::string& bytes, const std::string& name = "schools.csv") {
    const Shown first = browser.get("/office/roster");
    const auto token = first_between(first.body, "name=\"csrf\" value=\"", "\"");
    EXPECT_TRUE(token);
    std::string body;
    const auto part = [&](const std::string& head, const std::string& content) {
      body += "--xyz\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    };
    part("name=\"csrf\"", *token);
    part("name=\"edition\"", "smm-2026");
    part("name=\"roster\"; filename=\"" + name + "\"", bytes);
    body += "--xyz--\r\n";
    browser.extra_headers["Content-Type"] = "multipart/form-data; boundary=xyz";
    const Shown shown = browser.send(http::Method::post, "/office/roster/columns", body);
    browser.extra_headers.erase("Content-Type");
    return shown;
  }

  // What the selects of the page of columns say, as a browser sends them.
  static Fields chosen_columns(const Shown& page) {
    Fields fields;
    for (const std::string& select : all_between(page.body, "<select", "</select>")) {
      const auto name = first_between(select, "name=\"column", "\"");
      if (!name) continue;
      fields.emplace_back("column" + *name, "");
      for (const std::string& option : all_between(select, "<option value=\"", ">"))
        if (option.find(" selected") != std::string::npos)
          fields.back().second = option.substr(0, option.find('"'));
    }
    return fields;
  }

  // Up to what the file would do.
  Shown look_at(const std::string& bytes, const std::string& name = "schools.csv") {
    const Shown columns = choose(bytes, name);
    if (columns.status != 200) return columns;
    return browser.submit("/office/roster/check", chosen_columns(columns));
  }

  Shown take(const Fields& more = {}) { return browser.submit("/office/roster/take", more); }

  std::vector<assessment::School> schools() {
    return house_.read<std::vector<assessment::School>>(
        [](app::Records& records) { return records.schools.all(); });
  }

 private:
  test::InstallationUnderTest& house_;
  const ServiceUnderTest service_;

 public:
  BrowserUnderTest browser;
};

TEST_P(OfficeRosters, AreTakenInStepByStep) {
  RosterDesk desk(house());
  const Shown columns = desk.choose(two_schools);
  ASSERT_EQ(columns.status, 200) << columns.body;
  EXPECT_TRUE(columns.says("For example: Hill School, Lake School"));
  const Shown plan = desk.browser.submit("/office/roster/check", RosterDesk::chosen_columns(columns));
  ASSERT_EQ(plan.status, 200) << plan.body;
  EXPECT_TRUE(plan.says("nursing_bsn nursing_msn"));
  EXPECT_TRUE(desk.schools().empty());
  EXPECT_EQ(desk.take().location(), "/office/roster?done=roster_taken");
  ASSERT_EQ(desk.schools().size(), 2U);
  EXPECT_EQ(desk.schools().back().contacts.address, "1 Main Street");
  EXPECT_TRUE(house().log_tells("roster.import"));
}

TEST_P(OfficeRosters, TheSameFileTwiceChangesNothing) {
  RosterDesk desk(house());
  desk.look_at(two_schools);
  desk.take();
  const auto before = desk.schools();
  const std::size_t told = house().log().size();
  const Shown again = desk.look_at(two_schools);
  EXPECT_EQ(again.status, 200);
  EXPECT_TRUE(again.says("there is nothing to do")) << again.body;
  EXPECT_FALSE(again.says("Take it in"));
  EXPECT_EQ(desk.take().location(), "/office/roster?done=roster_same");
  EXPECT_EQ(desk.schools(), before);
  EXPECT_EQ(house().log().size(), told);
}

TEST_P(OfficeRosters, TellOldAndNewAndLeaveWhatAFileDoesNotHave) {
  RosterDesk desk(house());
  desk.look_at(two_schools);
  desk.take();
  const Shown plan = desk.look_at(
      "Code,Program,Name,UNITID,Dean e-mail\nlake,medicine_md,Lake School,11,new@lake.example\n");
  ASSERT_EQ(plan.status, 200) << plan.body;
  EXPECT_TRUE(plan.says(">kim@lake.example</td>")) << plan.body;
  EXPECT_TRUE(plan.says(">new@lake.example</td>"));
  EXPECT_FALSE(plan.says(">1 Main Street</td>"));
  EXPECT_EQ(desk.take().status, 303);
  const auto lake = desk.schools().back();
  EXPECT_EQ(lake.contacts.dean, (assessment::Contact{"Kim", "new@lake.example"}));
  EXPECT_EQ(lake.contacts.address, "1 Main Street");
  EXPECT_EQ(lake.frame.state, "NY");
}

TEST_P(OfficeRosters, SayThatTheRosterChangedInBetween) {
  RosterDesk desk(house());
  desk.look_at(two_schools);
  app::RosterSchool other;
  other.code = "bay";
  other.name = "Bay";
  other.profession = "medicine";
  other.programmes = {"medicine_md"};
  EXPECT_TRUE(app::import_roster(house().installation(), {other}, "test", false));
  const Shown refused = desk.take();
  EXPECT_EQ(refused.status, 409);
  EXPECT_TRUE(refused.says("Somebody changed the roster in the meantime"));
  EXPECT_EQ(desk.schools().size(), 1U);
  EXPECT_EQ(desk.take().status, 303) << "the page that says so has the new state";
  EXPECT_EQ(desk.schools().size(), 3U);
}

TEST_P(OfficeRosters, LetColumnsBeCorrected) {
  RosterDesk desk(house());
  const Shown columns = desk.choose("a,b,c,d,e\nlake,medicine_md,Lake School,11,remark\n");
  ASSERT_EQ(columns.status, 200);
  const Shown refused =
      desk.browser.submit("/office/roster/check", {{"column0", "school_id"}, {"column1", "programme"}});
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("the roster has no column name"));
  const Shown twice =
      desk.browser.submit("/office/roster/check", {{"column0", "school_id"}, {"column1", "school_id"}});
  EXPECT_TRUE(twice.says("Two columns are said to be school_id"));
  const Shown plan = desk.browser.submit("/office/roster/check", {{"column0", "school_id"},
                                                                  {"column1", "programme"},
                                                                  {"column2", "name"},
                                                                  {"column3", "institution_id"},
                                                                  {"column4", ""}});
  EXPECT_EQ(plan.status, 200) << plan.body;
  // The other button of the same form.
  const Fields kept = hidden_fields(plan.body);
  const auto chosen = RosterDesk::chosen_columns(desk.browser.post("/office/roster/columns", kept));
  ASSERT_EQ(chosen.size(), 5U);
  EXPECT_EQ(chosen[3].second, "institution_id");
}

// ---- Bad files.

std::string written_out(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 6, "{300x}") == 0) {
      plain += std::string(301, 'x');
      i += 5;
      continue;
    }
    if (text[i] != '\\') {
      plain += text[i];
      continue;
    }
    const std::map<char, char> signs = {{'n', '\n'}, {'t', '\t'}, {'r', '\r'}, {'0', '\0'}, {'7', '\7'}};
    plain += signs.at(text[++i]);
  }
  return plain;
}

// The row of the table of mistakes that has this row and column; empty: there is none.
bool names_mistake(const Shown& page, const std::string& row, const std::string& column) {
  return page.says("<th scope=\"row\">" + row + "</th><td data-column=\"Column\">" + column + "</td>");
}

TEST_P(OfficeRosters, NameEveryKindOfBadRow) {
  const auto bad = test_support::read_table_case("tests/api/roster/bad-rows.case", {"rows"});
  ASSERT_GE(bad.rows.size(), 40U);
  RosterDesk desk(house());
  const auto edition = house().installation().editions.edition("smm-2026");
  std::set<std::string> kinds;
  for (const auto& kind : bad.rows) {
    kinds.insert(kind.at("kind"));
    const std::string row = kind.at("row"), column = kind.at("column");
    const Shown page = desk.look_at(header_row + written_out(kind.at("text")) + "\n");
    EXPECT_EQ(page.status, 422) << kind.at("kind");
    const bool of_the_form = column.empty();
    EXPECT_TRUE(of_the_form ? page.says("Row " + row + ": ") || page.says("Mistakes")
                            : names_mistake(page, row, column))
        << kind.at("kind") << page.body;
    EXPECT_FALSE(page.says("Take it in")) << kind.at("kind");
  }
  EXPECT_EQ(kinds.size(), bad.rows.size()) << "a kind stands twice";
  EXPECT_TRUE(desk.schools().empty());
}

// The problem itself, beside how it is shown.
TEST_P(OfficeRosters, KnowEachKindOfBadRowByItsCode) {
  const auto edition = house().installation().editions.edition("smm-2026");
  for (const auto& kind : test_support::read_table_case("tests/api/roster/bad-rows.case", {"rows"}).rows) {
    const auto table = app::table_of({"r.csv", header_row + written_out(kind.at("text")) + "\n"});
    if (!table) {
      EXPECT_EQ(table.problems().front().code, kind.at("problem")) << kind.at("kind");
      EXPECT_EQ(std::to_string(table.problems().front().place.line), kind.at("row")) << kind.at("kind");
      continue;
    }
    const auto read = app::roster_in(*table, app::guessed_meanings(*table), (*edition)->edition);
    ASSERT_FALSE(read) << kind.at("kind");
    EXPECT_EQ(read.problems().front().code, kind.at("problem")) << kind.at("kind");
    EXPECT_EQ(std::to_string(read.problems().front().place.line), kind.at("row")) << kind.at("kind");
  }
}

TEST_P(OfficeRosters, NameAllBadRowsAtOnceAndTakeNoneOfTheGoodOnes) {
  RosterDesk desk(house());
  const Shown page = desk.look_at(two_schools + "bay,law,Bay,1,OH,,,,,,,\nsea,medicine_md,,1,OH,,,,,,,\n");
  EXPECT_EQ(page.status, 422);
  EXPECT_TRUE(names_mistake(page, "5", "program")) << page.body;
  EXPECT_TRUE(names_mistake(page, "6", "school"));
  EXPECT_EQ(desk.take().status, 422) << "the button is not there, but somebody may send the form";
  EXPECT_TRUE(desk.schools().empty());
}

std::string workbook_of(std::uint32_t rows, const std::string& filling) {
  exchange::Workbook book({.title = "Roster"});
  exchange::Sheet sheet = book.add_sheet("Schools");
  for (const auto& [column, name] :
       {std::pair<std::uint16_t, const char*>{0, "Code"}, {1, "Program"}, {2, "Name"}, {3, "UNITID"}})
    sheet.text(0, column, name);
  for (std::uint32_t row = 1; row <= rows; ++row)
    sheet.text(row, 0, "s" + std::to_string(row))
        .text(row, 1, "medicine_md")
        .text(row, 2, filling + std::to_string(row))
        .text(row, 3, std::to_string(row));
  return book.finish();
}

TEST_P(OfficeRosters, ReadWorkbooksAndRefuseBombs) {
  RosterDesk desk(house());
  EXPECT_EQ(desk.look_at(workbook_of(3, "Sch\xc3\xb6ne Schule "), "s.xlsx").status, 200);
  EXPECT_EQ(desk.take().status, 303);
  ASSERT_EQ(desk.schools().size(), 3U);
  EXPECT_EQ(desk.schools().front().name, "Sch\xc3\xb6ne Schule 1");
  const std::string bomb = workbook_of(300, std::string(32'000, 'a'));
  EXPECT_LT(bomb.size(), 200'000U);
  const Shown refused = desk.choose(bomb, "bomb.xlsx");
  EXPECT_EQ(refused.status, 422) << refused.body;
  EXPECT_EQ(desk.choose("PK\x03\x04" + std::string(500, 'z'), "broken.xlsx").status, 422);
  EXPECT_EQ(desk.schools().size(), 3U);
}

TEST_P(OfficeRosters, ReadWindowsLettersAndNameOtherEncodings) {
  RosterDesk desk(house());
  desk.look_at("Code,Program,Name,UNITID\nlake,medicine_md,Sch\xf6ne Schule,1\n");
  EXPECT_EQ(desk.take().status, 303);
  EXPECT_EQ(desk.schools().front().name, "Sch\xc3\xb6ne Schule");
  std::string utf16 = "\xff\xfe";
  for (const char c : std::string("Code,Program\n")) utf16 += {c, '\0'};
  const Shown refused = desk.choose(utf16);
  EXPECT_EQ(refused.status, 422);
  EXPECT_TRUE(refused.says("UTF-16"));
  EXPECT_EQ(desk.choose("").status, 422);
  EXPECT_EQ(desk.choose(std::string(app::most_roster_bytes + 1, 'x')).status, 422);
}

TEST_P(OfficeRosters, TrustNothingThatABrowserSendsBack) {
  RosterDesk desk(house());
  const Shown columns = desk.choose(two_schools);
  const auto file = first_between(columns.body, "name=\"file\" value=\"", "\"");
  ASSERT_TRUE(file);
  Fields fields = RosterDesk::chosen_columns(columns);
  const auto send = [&](const std::string& carried) {
    Fields all = fields;
    all.emplace_back("edition", "smm-2026");
    all.emplace_back("file", carried);
    return desk.browser.post("/office/roster/check", all).status;
  };
  const std::string& carried = *file;
  EXPECT_EQ(send(carried), 200);
  std::string changed = carried;
  changed[carried.size() / 2] = changed[carried.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(send(changed), 422);
  EXPECT_EQ(send(""), 422);
  fields.pop_back();
  EXPECT_EQ(send(carried), 200) << "a column that is not named is left out";
  house().clock.pass(base::one_hour);
  desk.sign_in_as("colleague");
  EXPECT_EQ(send(carried), 422) << "another person's";
  EXPECT_TRUE(desk.schools().empty());
}

}  // namespace
}  // namespace smm::web
