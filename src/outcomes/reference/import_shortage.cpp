// SPDX-License-Identifier: Apache-2.0
// HRSA's files of shortage areas and of medically underserved areas and populations.
#include <set>
#include <string>

#include "outcomes/reference/importers.hpp"
#include "outcomes/reference/problems.hpp"
#include "outcomes/reference/shortage_row.hpp"
#include "outcomes/reference/shortage_words.hpp"
#include "outcomes/reference/source_rows.hpp"
#include "outcomes/reference/us_state.hpp"

namespace smm::outcomes::reference {
namespace {

const ColumnNames hpsa_type = {"designationtype", "hpsatypedescription"};
const ColumnNames hpsa_status = {"hpsastatus", "hpsastatusdescription", "hpsastatuscode"};
const ColumnNames hpsa_area = {"hpsageographyidentificationnumber"};
const ColumnNames hpsa_component = {"hpsacomponenttypedescription", "hpsacomponenttypecode"};
const ColumnNames mua_component = {"medicallyunderservedareapopulationmuapcomponentgeographictypedescription",
                                   "medicallyunderservedareapopulationmuapcomponentgeographictypecode"};
const ColumnNames mua_county = {"stateandcountyfederalinformationprocessingstandardcode",
                                "commonstatecountyfipscode"};

void finish(const SourceRows& source, const std::set<std::string>& ids, ImportedRows& rows) {
  for (const base::Problem& problem : source.malformed()) rows.leave_out(problem);
  rows.count("rows_read", source.rows());
  rows.count("designations", ids.size());
}

// "MUA", "MUP", "MUA-GE", or the words.
std::string mua_type(std::string_view text) {
  const bool population = text.starts_with("MUP") || text.find("opulation") != std::string_view::npos;
  const bool area = text.starts_with("MUA") || text.find("Area") != std::string_view::npos;
  if (population) return "population";
  return area ? "geographic" : std::string(text);
}

// The file has one column for the code of the area, and others with its parts.
std::string mua_area(std::string_view component, std::string_view code, std::string_view county,
                     std::string_view subdivision) {
  const ComponentType type = published_component(component);
  if (type == ComponentType::county && !county.empty()) return std::string(county);
  if (type != ComponentType::subdivision || !read_area_code(county, 5) || subdivision.empty() ||
      subdivision.size() > 5)
    return std::string(code);
  return with_zeros(read_area_code(county, 5)->number, 5) + std::string(5 - subdivision.size(), '0') +
         std::string(subdivision);
}

// The lines of an HPSA Find export: a designation, the names of component columns, components.
struct FindReader {
  SourceRows& source;
  ImportedRows& rows;
  PublishedComponent current;
  base::Place begun;  // of the designation
  bool has_components = true;
  std::set<std::string> ids;

  // A designation of which no component is told is none that can be placed, unless it is a facility.
  void end_designation() {
    if (!has_components) add_component(current, begun, rows);
    has_components = true;
  }

  void begin_designation() {
    end_designation();
    const auto text = [&](ColumnNames names) { return std::string(source.cell(source.column(names))); };
    current = {text({"hpsaid"}),
               text({"hpsaname"}),
               text({"discipline"}),
               text({"designationtype"}),
               text({"status"}),
               text({"designationdate"}),
               "",
               "",
               "",
               text({"primarystatename"}),
               "",
               "",
               text({"hpsascore"})};
    begun = source.place();
    has_components = false;
    ids.insert(current.id);
    if (const UsState* state = us_state(current.state)) rows.cover(state->letters);
  }

  void read_component() {
    has_components = true;
    current.component = source.cell(4);
    current.area = source.cell(5);
    add_component(current, source.place(), rows);
  }
};

}  // namespace

bool import_hpsa(std::string_view text, const std::string& name, ImportedRows& rows) {
  SourceRows source(text, name, {{"hpsaid"}, hpsa_type, hpsa_status, hpsa_area, hpsa_component});
  if (!source.has_header()) return false;
  const auto id = source.column({"hpsaid"}), title = source.column({"hpsaname"}),
             discipline = source.column({"hpsadisciplineclass", "disciplineclassdescription"}),
             type = source.column(hpsa_type), status = source.column(hpsa_status),
             designated = source.column({"hpsadesignationdate"}),
             withdrawn = source.column({"withdrawndate", "hpsawithdrawndatestring"}),
             component = source.column(hpsa_component), area = source.column(hpsa_area),
             state = source.column({"primarystateabbreviation", "commonstateabbreviation"}),
             street = source.column({"hpsaaddress"}),
             zip = source.column({"hpsapostalcode", "commonpostalcode"}),
             score = source.column({"hpsascore"});
  std::set<std::string> ids;
  while (source.next()) {
    const auto cell = [&](auto column) { return std::string(source.cell(column)); };
    add_component(
        {cell(id), cell(title), cell(discipline), cell(type), cell(status), cell(designated), cell(withdrawn),
         cell(component), cell(area), cell(state), cell(street), cell(zip), cell(score)},
        source.place(), rows);
    ids.insert(cell(id));
  }
  finish(source, ids, rows);
  return true;
}

bool import_hpsa_find(std::string_view text, const std::string& name, ImportedRows& rows) {
  SourceRows source(text, name, {{"hpsaid"}, {"discipline"}, {"designationtype"}, {"status"}});
  if (!source.has_header()) return false;
  FindReader reader{source, rows, {}, {}, true, {}};
  while (source.next()) {
    if (!source.cell(source.column({"hpsaid"})).empty() && !source.cell(0).empty()) {
      reader.begin_designation();
    } else if (source.cell(5) == "Component GEOID") {
      rows.count("lines_of_column_names");
    } else if (!source.cell(5).empty()) {
      reader.read_component();
    } else if (!source.cell(1).empty()) {
      rows.leave_out({problem::reference_row, "a component without code", source.place()});
    }
  }
  reader.end_designation();
  finish(source, reader.ids, rows);
  return true;
}

bool import_mua(std::string_view text, const std::string& name, ImportedRows& rows) {
  SourceRows source(text, name, {{"muapid"}, {"muapareacode"}, mua_component});
  if (!source.has_header()) return false;
  const auto id = source.column({"muapid"}), title = source.column({"muapserviceareaname"}),
             type = source.column({"designationtypecode", "designationtype"}),
             status = source.column({"muapstatusdescription", "muapstatuscode"}),
             designated = source.column({"designationdate", "muapdesignationdatestring"}),
             withdrawn = source.column({"medicallyunderservedareapopulationmuapwithdrawaldate"}),
             component = source.column(mua_component), code = source.column({"muapareacode"}),
             county = source.column(mua_county),
             subdivision = source.column({"countysubdivisionfipscode", "minorcivildivisionfipscode"}),
             state = source.column({"stateabbreviation", "primarystateabbreviation"}),
             score = source.column({"imuscore"});
  std::set<std::string> ids;
  while (source.next()) {
    const auto cell = [&](auto column) { return std::string(source.cell(column)); };
    add_component(
        {cell(id), cell(title), "primary", mua_type(source.cell(type)), cell(status), cell(designated),
         cell(withdrawn), cell(component),
         mua_area(source.cell(component), source.cell(code), source.cell(county), source.cell(subdivision)),
         cell(state), "", "", cell(score)},
        source.place(), rows);
    ids.insert(cell(id));
  }
  finish(source, ids, rows);
  return true;
}

}  // namespace smm::outcomes::reference
