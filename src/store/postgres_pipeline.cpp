// SPDX-License-Identifier: Apache-2.0
#include "store/postgres_pipeline.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <utility>

#include "store/store_error.hpp"

namespace smm::store {
namespace {

bool was_carried_out(const PostgresResult& result) {
  const ExecStatusType status = PQresultStatus(result.get());
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

}  // namespace

void PostgresPipeline::begin(const char* words) {
  forget();
  begin_ = words;
}

void PostgresPipeline::forget() {
  begin_ = nullptr;
  waiting_.clear();
  early_.clear();
}

void PostgresPipeline::add(const PostgresStatement& statement, const Values& values) {
  statement.refuse_unfit(values);
  waiting_.push_back({statement, values, {}});
}

void PostgresPipeline::ask_early(std::string_view sql, const PostgresStatement& statement,
                                 const Values& values) {
  statement.refuse_unfit(values);
  waiting_.push_back({statement, values, std::string(sql)});
}

std::optional<Rows> PostgresPipeline::early_answer(std::string_view sql, const Values& values) {
  const auto waits = [&](const Waiting& each) { return each.asked_early == sql && each.values == values; };
  if (std::ranges::any_of(waiting_, waits)) send_with({}, sql);
  const auto found = std::ranges::find_if(
      early_, [&](const Early& each) { return each.sql == sql && each.values == values; });
  if (found == early_.end()) return std::nullopt;
  Rows rows = std::move(found->rows);
  early_.erase(found);
  return rows;
}

bool PostgresPipeline::send(const Send& last) {
  bool sent = PQenterPipelineMode(connection_) == 1;
  if (sent && begin_ != nullptr)
    sent = PQsendQueryParams(connection_, begin_, 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
  for (const Waiting& each : waiting_) sent = sent && each.statement.send(each.values);
  return sent && (!last || last()) && PQpipelineSync(connection_) == 1;
}

PostgresResult PostgresPipeline::send_with(const Send& last, std::string_view doing) {
  const bool sent = send(last);
  const bool began = std::exchange(begin_, nullptr) != nullptr;
  const std::vector<Waiting> said = std::exchange(waiting_, {});
  if (!sent) throw StoreError(Failure::gone, "PostgreSQL: " + std::string(PQerrorMessage(connection_)));
  PostgresResult result = answers_to(said, began);
  if (last && (!result || was_carried_out(result))) result = next_answer();
  end();
  return checked_result(connection_, result.release(), doing);
}

// The last one, or the first that was not carried out: nor were those behind it.
PostgresResult PostgresPipeline::answers_to(const std::vector<Waiting>& said, bool began) {
  PostgresResult result = began ? next_answer() : nullptr;
  for (const Waiting& each : said) {
    if (result && !was_carried_out(result)) break;
    result = next_answer();
    if (!each.asked_early.empty() && was_carried_out(result))
      early_.push_back({each.asked_early, each.values, rows_of(result.get())});
  }
  return result;
}

PostgresResult PostgresPipeline::next_answer() {
  PostgresResult answer(PQgetResult(connection_));
  const PostgresResult nothing_more(PQgetResult(connection_));
  return answer;
}

void PostgresPipeline::end() {
  for (int ends = 0; ends < 2 && PQstatus(connection_) == CONNECTION_OK;) {
    const PostgresResult rest(PQgetResult(connection_));
    if (PQresultStatus(rest.get()) == PGRES_PIPELINE_SYNC) break;
    ends = rest ? 0 : ends + 1;
  }
  PQexitPipelineMode(connection_);
}

}  // namespace smm::store
