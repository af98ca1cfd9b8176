// SPDX-License-Identifier: Apache-2.0
// Saving on SQLite without making savers wait for checkpoints.
//
// What is committed stands in the write-ahead log; from there its pages have to come into the database file,
// with syncs of their own. A thread with a connection of its own does that, soon after something was written,
// while the writer goes on. (Only when the log has grown long all the same does the writer do what is left.)
#pragma once

#include <memory>

#include "store/writer.hpp"

namespace smm::store::records {

// `writing` and `checkpointing` are connections to one database.
std::unique_ptr<Writer> checkpointed_writer(std::unique_ptr<Connection> writing,
                                            std::unique_ptr<Connection> checkpointing, WriterLimits limits);

}  // namespace smm::store::records
