// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.lapwing.testing.PostgresServer;

class PostgresJournalTest extends JournalPromises {
    private static PostgresServer server;
    private static int schemas;
    private String schema;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    JournalPlace place() {
        if (schema == null) {
            schema = "journal" + ++schemas;
            try (Connection connection = DriverManager.getConnection(server.url());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + schema);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return new JournalPlace.PostgresUrl(server.url() + "&currentSchema=" + schema);
    }

    @Override
    Connection behindItsBack() throws SQLException {
        return DriverManager.getConnection(server.url() + "&currentSchema=" + schema);
    }
}
