import { makeStyles, tokens } from '@fluentui/react-components';
import { ShieldCheckmark16Regular } from '@fluentui/react-icons';
import { buildInfo } from './diagnostics';
import { useLanguage, useMessages } from './i18n';

const useStyles = makeStyles({
  footer: {
    flexShrink: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', padding: '6px 16px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, backgroundColor: tokens.colorNeutralBackground2,
  },
  privacy: { display: 'flex', alignItems: 'center', gap: '4px' },
  language: {
    marginLeft: 'auto', border: 'none', backgroundColor: 'transparent', padding: '3px 4px', margin: '-3px -4px -3px auto', borderRadius: tokens.borderRadiusMedium, cursor: 'pointer',
    fontFamily: 'inherit', fontSize: '12px', lineHeight: '18px', color: tokens.colorBrandForeground1,
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** Privacy, version and the other language. */
export function Footer() {
  const styles = useStyles();
  const { pane: t } = useMessages();
  const { language, setLanguage } = useLanguage();
  const { version, build } = buildInfo();
  return (
    <footer className={styles.footer}>
      <span className={styles.privacy} title={t.privacyDetail}><ShieldCheckmark16Regular aria-hidden="true" />{t.privacy}</span>
      <span>{t.version(build.startsWith(version) ? build : `${version} (${build})`)}</span>
      <button type="button" className={styles.language} lang={language === 'zh-CN' ? 'en' : 'zh-CN'} aria-label={t.switchLanguage} onClick={() => setLanguage(language === 'zh-CN' ? 'en-US' : 'zh-CN')}>
        {t.otherLanguage}
      </button>
    </footer>
  );
}
