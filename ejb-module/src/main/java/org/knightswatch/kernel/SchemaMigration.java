package org.knightswatch.kernel;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything looks at it. Several nodes may start at once: Flyway takes turns. */
@Singleton
@Startup
@DependsOn("SettingsCheck")
@TransactionManagement(TransactionManagementType.BEAN) // Flyway commits for itself
public class SchemaMigration {

    @Resource(lookup = "java:jboss/datasources/KnightsWatch")
    DataSource database;

    @PostConstruct
    void migrate() {
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
