package org.lapwing.journal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresJournalTest extends JournalPromises {
    private static PostgresServer server;
    private static int databases;
    private String database;

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
        if (database == null) {
            database = "journal" + ++databases;
            try (Connection connection = DriverManager.getConnection(server.url("postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return new JournalPlace.PostgresUrl(server.url(database));
    }

    @Override
    Connection behindItsBack() throws SQLException {
        return DriverManager.getConnection(server.url(database));
    }
}
